package dev.trellis.capture;

import dev.trellis.capture.qr.QrCode;
import dev.trellis.capture.qr.QrPng;
import dev.trellis.capture.qr.QrSvg;
import dev.trellis.core.http.Request;
import dev.trellis.core.http.Response;
import dev.trellis.core.playbook.Code;
import java.nio.charset.StandardCharsets;

/** {@code GET /q/{code}.svg} and {@code .png}: the QR code to print; nothing is recorded. */
public final class PrintCode {

  /** In which form to print. */
  enum Format {
    SVG,
    PNG
  }

  private final Desk desk;
  private final Format format;

  PrintCode(Desk desk, Format format) {
    this.desk = desk;
    this.format = format;
  }

  public Answer print(Request request) {
    var code = request.parameter("code").flatMap(desk.codes()::find).filter(c -> !c.retired());
    return Answer.of(
        code.map(c -> image(c, request)).orElseGet(() -> desk.notices().notFound(request)));
  }

  private Response image(Code code, Request request) {
    var qr = QrCode.of(desk.publicUrl(request) + "/q/" + code.id());
    var response =
        switch (format) {
          case SVG ->
              Response.of(200, "image/svg+xml", QrSvg.draw(qr).getBytes(StandardCharsets.UTF_8));
          case PNG -> Response.of(200, "image/png", QrPng.draw(qr));
        };
    return response
        .withHeader("cache-control", "public, max-age=86400")
        .withHeader("x-content-type-options", "nosniff");
  }
}
