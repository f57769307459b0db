import base64, hashlib, hmac, json, sys, urllib.error, urllib.request
from confluent_kafka import Consumer

us = json.load(open(sys.argv[1]))


def call(method, path, body):
    headers = {"Content-Type": "application/json"}
    if path != "/v1/auth/access_token":
        keys = {"clientId": us["clientId"], "clientSecret": us["clientSecret"]}
        headers["Authorization"] = "Bearer " + call("POST", "/v1/auth/access_token", keys)["accessToken"]
    request = urllib.request.Request(us["apiUrl"] + path, json.dumps(body).encode(), headers, method=method)
    try:
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)
    except urllib.error.HTTPError as refused:
        if refused.code >= 500:
            raise  # not committed; the run comes again when we do
        print(method, path, refused.code, refused.read().decode(), flush=True)


def genuine(run):
    headers = run.get("headers", {})
    signature, timestamp = headers.pop("X-Port-Signature", ""), headers.pop("X-Port-Timestamp", "")
    text = f"{timestamp}." + json.dumps(run, separators=(",", ":"), ensure_ascii=False)
    digest = hmac.new(us["clientSecret"].encode(), text.encode(), hashlib.sha256).digest()
    return hmac.compare_digest("v1," + base64.b64encode(digest).decode(), signature)


consumer = Consumer({
    "bootstrap.servers": us["kafkaBootstrap"], "security.protocol": "SASL_PLAINTEXT",
    "sasl.mechanism": "SCRAM-SHA-512", "sasl.username": us["kafkaUsername"], "sasl.password": us["kafkaPassword"],
    "group.id": us["orgId"] + ".mini-agent-python", "auto.offset.reset": "earliest",
    "enable.auto.commit": False, "isolation.level": "read_committed"})
consumer.subscribe([us["orgId"] + ".runs"])
while True:
    message = consumer.poll(1.0)
    if message is None:
        continue
    if message.error():
        print(message.error(), flush=True)
        continue
    run = json.loads(message.value())
    if isinstance(run, dict) and run.get("action") == "greet" and genuine(run):
        path = "/v1/actions/runs/" + run["context"]["runId"]
        hello = "Hello, " + run["payload"]["properties"].get("name", "you")
        call("POST", path + "/logs", {"message": hello})
        call("PATCH", path, {"status": "SUCCESS", "summary": hello})
    consumer.commit(message, asynchronous=False)
