package io.odoosync.testkit;

import java.util.List;
import java.util.Map;

/**
 * A request that reached the server, as far as it could be understood.
 *
 * @param number 1 for the first request of this server, counting every HTTP request
 * @param path the path of the URL, such as {@code /jsonrpc}
 * @param service of JSON-RPC: {@code common} or {@code object}; {@code object} for JSON-2; else ""
 * @param model such as {@code res.partner}, or "" if the request names none
 * @param method such as {@code load}, or ""
 * @param ids the records that the method is called on
 * @param records how many records the request is about: rows of a {@code load}, records of a {@code
 *     create}, else {@code ids}
 * @param arguments by name; those that JSON-RPC sent by position are under "0", "1" and so on,
 *     without the ids
 * @param context the context of the call
 */
public record OdooRequest(
    int number,
    String path,
    String service,
    String model,
    String method,
    List<Integer> ids,
    int records,
    Map<String, Object> arguments,
    Map<String, Object> context) {

  /** Copies the collections. */
  public OdooRequest {
    ids = List.copyOf(ids);
    arguments = Map.copyOf(arguments);
    context = Map.copyOf(context);
  }

  /** Whether this is a call of that method of that model. */
  public boolean calls(String wantedModel, String wantedMethod) {
    return model.equals(wantedModel) && method.equals(wantedMethod);
  }
}
