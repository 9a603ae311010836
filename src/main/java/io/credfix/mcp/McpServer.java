package io.credfix.mcp;

import com.fasterxml.jackson.core.JsonGenerator;
import io.credfix.Explainer;
import io.credfix.render.Explanation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Answers messages of the Model Context Protocol. It keeps nothing between them: `initialize` is
/// answered to those who ask, and every other request stands alone, whatever its revision.
/// Immutable and thread-safe.
public final class McpServer {
  private static final String META = MessageWriter.META;
  private static final int MAX_BATCH = 16;

  private static final String INSTRUCTIONS =
      "credfix explains AWS credential, signing, federation and authorization errors. Give"
          + " diagnose the whole output of the command that failed, and the first four characters"
          + " of the access key id if they are known; secrets in the text are removed before"
          + " anything reads it, but do not look for credentials to send. If the answer has"
          + " questions, ask the user, and call diagnose again with answers.";

  private final Tools tools;
  private final MessageWriter writer;

  /// @param explainer the whole path
  public McpServer(Explainer explainer) {
    tools = new Tools(explainer);
    writer = new MessageWriter(explainer.rulebook().version());
  }

  /// Answers what was sent: one message, or in the oldest revision an array of them.
  ///
  /// @param json the text of it
  public Reply answer(String json, Envelope envelope) {
    @Nullable Object document;
    try {
      document = JsonDocument.read(json);
      if (!(document instanceof List<?> batch)) {
        return answer(document, envelope);
      }
      checkBatch(batch, envelope);
      return answerAll(batch, envelope);
    } catch (RpcException e) {
      return refused(e, null, 400);
    }
  }

  /// What the carrier itself found wrong with a message that it could not hand over.
  public static Reply unreadable(String sentence) {
    return refused(new RpcException(RpcException.PARSE_ERROR, sentence), null, 400);
  }

  /// A fault of ours.
  static Reply fault() {
    return refused(
        new RpcException(RpcException.INTERNAL_ERROR, "Something failed here."), null, 500);
  }

  private static void checkBatch(List<?> batch, Envelope envelope) throws RpcException {
    ProtocolVersion version =
        envelope.version() == null
            ? ProtocolVersion.MARCH_2025
            : ProtocolVersion.of(envelope.version()).orElseThrow(RpcException::unsupportedVersion);
    if (!version.hasBatches()) {
      throw invalid("This protocol version has no batches: send one message at a time.");
    }
    if (batch.isEmpty() || batch.size() > MAX_BATCH) {
      throw invalid("A batch has 1 to " + MAX_BATCH + " messages.");
    }
  }

  private Reply answerAll(List<?> batch, Envelope envelope) {
    List<String> answers = new ArrayList<>();
    Reply worst = Reply.ACCEPTED;
    @Nullable Explanation explanation = null;
    int status = 200;
    for (Object message : batch) {
      Reply reply = answer(message, envelope);
      status = reply.status() >= 400 ? 400 : status;
      if (!reply.json().isEmpty()) {
        answers.add(reply.json());
      }
      worst = worst.word().equals(Reply.SERVED) ? reply : worst;
      explanation = explanation == null ? reply.explanation() : explanation;
    }
    return answers.isEmpty()
        ? Reply.ACCEPTED
        : new Reply("[" + String.join(",", answers) + "]", status, worst.word(), explanation, null);
  }

  private Reply answer(@Nullable Object json, Envelope envelope) {
    try {
      return switch (Message.of(json)) {
        case Message.Request request -> answer(request, envelope);
        case Message.Notification() -> Reply.ACCEPTED;
        case Message.Response() -> Reply.ACCEPTED;
      };
    } catch (RpcException e) {
      return refused(e, Message.id(json), 400);
    }
  }

  private Reply answer(Message.Request request, Envelope envelope) throws RpcException {
    boolean stateless = isStateless(request, envelope);
    try {
      return switch (request.method()) {
        case "tools/list" -> list(request, stateless);
        case "tools/call" -> call(request, stateless, envelope.base());
        default -> stateless ? ofStateless(request) : ofOlder(request);
      };
    } catch (RpcException e) {
      boolean unknown = e.code() == RpcException.METHOD_NOT_FOUND;
      return refused(e, request.id(), stateless ? unknown ? 404 : 400 : 200);
    }
  }

  private Reply ofStateless(Message.Request request) throws RpcException {
    if (request.method().equals("server/discover")) {
      return Reply.of(discovery(request));
    }
    throw unknownMethod();
  }

  private Reply ofOlder(Message.Request request) throws RpcException {
    return switch (request.method()) {
      case "initialize" -> initialize(request);
      case "ping" -> Reply.of(writer.result(request, false, out -> {}));
      default -> throw unknownMethod();
    };
  }

  private static RpcException unknownMethod() {
    return new RpcException(RpcException.METHOD_NOT_FOUND, "There is no such method.");
  }

  /// Whether a request is of the stateless revision, and well formed if it is.
  private static boolean isStateless(Message.Request request, Envelope envelope)
      throws RpcException {
    Object said = request.meta().get(META + "protocolVersion");
    String field = envelope.version();
    if (said instanceof String text && ProtocolVersion.of(text).isEmpty()
        || field != null && ProtocolVersion.of(field).isEmpty()) {
      throw RpcException.unsupportedVersion();
    }
    String newest = ProtocolVersion.STATELESS.label();
    boolean bySaid = newest.equals(said);
    if (!bySaid && !newest.equals(field)) {
      return false;
    }
    if (!bySaid && said == null
        || !(request.meta().get(META + "clientCapabilities") instanceof Map)) {
      throw new RpcException(
          RpcException.INVALID_PARAMS,
          "params._meta must have " + META + "protocolVersion and " + META + "clientCapabilities.");
    }
    Object name = request.method().equals("tools/call") ? request.params().get("name") : null;
    if (!bySaid || !envelope.agrees(newest, request.method(), name)) {
      throw new RpcException(
          RpcException.HEADER_MISMATCH,
          "MCP-Protocol-Version, Mcp-Method and, of tools/call, Mcp-Name must repeat the message.");
    }
    return true;
  }

  private Reply initialize(Message.Request request) throws RpcException {
    if (!(request.params().get("protocolVersion") instanceof String asked)) {
      throw new RpcException(RpcException.INVALID_PARAMS, "protocolVersion must be a string.");
    }
    ProtocolVersion agreed = ProtocolVersion.negotiate(asked);
    String json =
        writer.result(
            request,
            false,
            out -> {
              out.writeStringField("protocolVersion", agreed.label());
              describe(out);
              writer.info(out, "serverInfo");
            });
    return new Reply(json, 200, Reply.SERVED, null, agreed);
  }

  private String discovery(Message.Request request) {
    return writer.result(
        request,
        true,
        out -> {
          out.writeArrayFieldStart("supportedVersions");
          for (String version : ProtocolVersion.labels()) {
            out.writeString(version);
          }
          out.writeEndArray();
          describe(out);
          MessageWriter.fresh(out);
        });
  }

  private static void describe(JsonGenerator out) throws IOException {
    MessageWriter.capabilities(out);
    out.writeStringField("instructions", INSTRUCTIONS);
  }

  private Reply list(Message.Request request, boolean stateless) throws RpcException {
    if (request.params().get("cursor") != null) {
      throw new RpcException(RpcException.INVALID_PARAMS, "All tools stand on one page.");
    }
    return Reply.of(
        writer.result(
            request,
            stateless,
            out -> {
              out.writeFieldName("tools");
              out.writeRawValue(Tools.list());
              if (stateless) {
                MessageWriter.fresh(out);
              }
            }));
  }

  private Reply call(Message.Request request, boolean stateless, String base) throws RpcException {
    Object arguments = request.params().get("arguments");
    Tool tool =
        tools
            .find(request.params().get("name"))
            .orElseThrow(
                () ->
                    new RpcException(
                        RpcException.INVALID_PARAMS, "There is no such tool; see tools/list."));
    if (arguments != null && !(arguments instanceof Map)) {
      throw new RpcException(RpcException.INVALID_PARAMS, "arguments must be an object.");
    }
    try {
      Tool.Result called = tool.call(arguments instanceof Map<?, ?> map ? map : Map.of(), base);
      String json =
          writer.result(
              request,
              stateless,
              out -> {
                MessageWriter.content(out, called.text());
                out.writeFieldName("structuredContent");
                out.writeRawValue(called.json());
                out.writeBooleanField("isError", false);
              });
      return new Reply(json, 200, Reply.SERVED, called.explanation(), null);
    } catch (ToolException e) {
      String json =
          writer.result(
              request,
              stateless,
              out -> {
                MessageWriter.content(out, e.sentence());
                out.writeBooleanField("isError", true);
              });
      return new Reply(json, 200, Reply.TOOL_ERROR, null, null);
    }
  }

  private static Reply refused(RpcException refusal, @Nullable Object id, int status) {
    return new Reply(
        MessageWriter.error(refusal, id), status, "json-rpc" + refusal.code(), null, null);
  }

  private static RpcException invalid(String sentence) {
    return new RpcException(RpcException.INVALID_REQUEST, sentence);
  }
}
