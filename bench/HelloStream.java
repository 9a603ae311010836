import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// A hello world that does not even look at the event: nothing that the runtime client can start is
/// less.
public class HelloStream implements RequestStreamHandler {
  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    in.readAllBytes();
    out.write(
        "{\"statusCode\":200,\"headers\":{\"content-type\":\"text/plain\"},\"body\":\"Hello, world\"}"
            .getBytes(StandardCharsets.UTF_8));
  }
}
