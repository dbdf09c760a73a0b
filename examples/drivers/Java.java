import java.io.*;
import java.net.*;
import java.net.http.*;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.*;
import java.util.regex.*;
import java.util.stream.*;

/** Java 17 without a library: it reads the few fields it needs, and hands the vendor's answer on as it came. */
class Java {
  static { System.setProperty("jdk.httpclient.redirects.retrylimit", "1"); } // it would ask again by itself

  static final HttpClient http = HttpClient.newHttpClient(); // it follows no redirect
  static final Map<String, String> clients = new HashMap<>();

  public static void main(String[] arguments) throws Exception {
    var lines = new BufferedReader(new InputStreamReader(System.in, "UTF-8"));
    var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, "UTF-8");
    for (String line; (line = lines.readLine()) != null; ) {
      String answer = switch (text(line, "type")) {
        case "hello" -> "\"type\":\"capabilities\",\"protocol\":1,\"vendors\":[\"osvi\"],\"ops\":[\"look\"]";
        case "call" -> "\"type\":\"result\"," + look(clients.get(text(line, "client")), line);
        default -> "\"type\":\"result\"";
      };
      if (text(line, "type").equals("open")) clients.put(text(line, "client"), line);
      out.println("{\"id\":" + quoted(text(line, "id")) + "," + answer + "}");
    }
  }

  static String look(String client, String call) throws InterruptedException {
    String ref = text(call, "ref");
    if (ref.matches("(?i)(\\.|%(25)*2e)*")) return outcome("invalid-request\",\"details\":[\"no id\"],\"\":\"");
    String id = URLEncoder.encode(ref, java.nio.charset.StandardCharsets.UTF_8).replace("+", "%20");
    var limit = Duration.ofMillis(Long.parseLong(find(call, "\"deadlineMs\":(\\d+)")));
    try {
      var uri = URI.create(text(client, "baseUrl") + "/v1/call/" + id + "/recording");
      var request = HttpRequest.newBuilder(uri).timeout(limit);
      var credentials = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\":\"((?:[^\"\\\\]|\\\\.)*)\"")
          .matcher(find(client, "\"credentials\":\\{([^}]*)\\}"));
      while (credentials.find()) request.header(plain(credentials.group(1)), plain(credentials.group(2)));
      var answer = http.send(request.build(), BodyHandlers.ofString());
      var headers = answer.headers().map().entrySet().stream()
          .map(header -> quoted(header.getKey()) + ":" + quoted(String.join(", ", header.getValue())));
      return "\"raw\":{\"status\":" + answer.statusCode() + ",\"headers\":{"
          + headers.collect(Collectors.joining(",")) + "},\"body\":" + quoted(answer.body()) + "}";
    } catch (IOException lost) {
      return outcome("unavailable");
    }
  }

  static String outcome(String kind) {
    return "\"outcome\":{\"kind\":\"" + kind + "\"}";
  }

  static String text(String json, String field) {
    return plain(find(json, "\"" + field + "\":\"((?:[^\"\\\\]|\\\\.)*)\""));
  }

  static String find(String json, String pattern) {
    var found = Pattern.compile(pattern).matcher(json);
    return found.find() ? found.group(1) : "";
  }

  static String plain(String escaped) {
    return Pattern.compile("\\\\(u[0-9a-fA-F]{4}|.)").matcher(escaped).replaceAll(found -> {
      String what = found.group(1);
      int letter = "bfnrt".indexOf(what);
      return Matcher.quoteReplacement(what.length() > 1
          ? String.valueOf((char) Integer.parseInt(what.substring(1), 16))
          : letter < 0 ? what : String.valueOf("\b\f\n\r\t".charAt(letter)));
    });
  }

  static String quoted(String text) {
    return text.chars()
        .mapToObj(c -> c == '"' || c == '\\' ? "\\" + (char) c : c < 32 ? String.format("\\u%04x", c) : "" + (char) c)
        .collect(Collectors.joining("", "\"", "\""));
  }
}
