"""The service {{name}}. Start it with: python3 {{name}}.py"""

import json
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer

DEFAULT_PORT = 8081


class Health(BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path != "/health":
            self.send_error(404)
            return
        body = json.dumps({"service": "{{name}}", "status": "UP"}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(body)


if __name__ == "__main__":
    port = int(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT_PORT
    server = HTTPServer(("127.0.0.1", port), Health)
    print(f"{{name}} listens on http://127.0.0.1:{server.server_port}")
    server.serve_forever()
