package io.credfix.diagnose;

/// A page of AWS's documentation.
///
/// @param title what the page is about
/// @param url https address
public record Reference(String title, String url) {}
