package io.credfix.render;

/// What became of an encoded authorization message; a closed set, so that guide and log can name it
/// without a word of the message.
public enum Decoding {
  /// There was no message, or decoding is switched off.
  NOT_TRIED("", ""),
  /// STS decoded it.
  DECODED(
      "decoded",
      "The encoded authorization message was decoded with AWS STS; what it says is part of this"
          + " guide."),
  /// The principal of the text is of another account or partition than this service.
  OTHER_ACCOUNT(
      "other-account",
      "The encoded authorization message was not decoded: its principal is in another account than"
          + " this service, and AWS STS decodes only messages of the account that asks."),
  /// `InvalidAuthorizationMessageException`.
  INVALID_MESSAGE(
      "invalid-message",
      "Decoding the authorization message was tried: AWS STS answered"
          + " `InvalidAuthorizationMessageException`. It is cut off, has characters in it that do not"
          + " belong there, is too old, or comes from another account than this service."),
  /// `AccessDenied`: the role lacks `sts:DecodeAuthorizationMessage`.
  DENIED(
      "denied",
      "Decoding the authorization message was tried: AWS STS answered `AccessDenied`, because this"
          + " service's own role may not call `sts:DecodeAuthorizationMessage`."),
  /// The service's own credentials were refused.
  OWN_CREDENTIALS(
      "own-credentials",
      "Decoding the authorization message was tried: AWS STS did not accept this service's own"
          + " credentials. That says nothing about yours."),
  /// Too many calls.
  THROTTLED(
      "throttled",
      "Decoding the authorization message was tried: AWS STS answered that it is asked too often"
          + " just now. Try again in a minute."),
  /// An internal error of STS.
  FAILING(
      "failing",
      "Decoding the authorization message was tried: AWS STS answered with an error of its own. Try"
          + " again in a minute."),
  /// No connection, or no answer in time.
  NO_ANSWER(
      "no-answer", "Decoding the authorization message was tried: AWS STS did not answer in time."),
  /// The request could not be made: no credentials, no Region.
  NOT_ASKED(
      "not-asked",
      "Decoding the authorization message was tried, but this service has no credentials or no"
          + " Region to ask AWS STS with."),
  /// Something that is no decoded message.
  UNREADABLE(
      "unreadable",
      "Decoding the authorization message was tried: what AWS STS answered could not be read.");

  private final String word;
  private final String sentence;

  Decoding(String word, String sentence) {
    this.word = word;
    this.sentence = sentence;
  }

  /// For the log; empty for [#NOT_TRIED].
  public String word() {
    return word;
  }

  /// For the guide, Markdown; empty for [#NOT_TRIED].
  public String sentence() {
    return sentence;
  }
}
