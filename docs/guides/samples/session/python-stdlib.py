import json
import os
import urllib.error
import urllib.request
from http.cookies import SimpleCookie
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


def signed_in(headers):
    """Replace this with your own log-in. The answer is who is signed in, or None."""
    session = SimpleCookie(headers.get("Cookie", "")).get("crm_session")
    if session is None or session.value != "the-session-of-ada":
        return None
    return {"externalId": "42", "name": "Ada Park", "role": "admin"}


def mint(user):
    request = urllib.request.Request(
        os.environ["CAMPAIGN_KIT_URL"] + "/v1/embed-sessions",
        data=json.dumps({"user": user, "origin": os.environ["CRM_ORIGIN"]}).encode(),
        headers={
            "Authorization": "Bearer " + os.environ["CAMPAIGN_KIT_KEY"],
            "Content-Type": "application/json",
        },
    )
    with urllib.request.urlopen(request, timeout=5) as answer:
        return answer.read()


class Crm(BaseHTTPRequestHandler):
    def do_POST(self):
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if self.path != "/texting-session":
            return self.answer(404, b'{"error":"not found"}')
        user = signed_in(self.headers)
        if user is None:
            return self.answer(401, b'{"error":"signed out"}')
        try:
            self.answer(200, mint(user))
        except urllib.error.HTTPError as refused:
            self.log_error("Campaign Kit answered %s: %s", refused.code, refused.read().decode())
            self.answer(502, b'{"error":"texting is not available"}')
        except OSError as problem:
            self.log_error("Campaign Kit did not answer: %s", problem)
            self.answer(502, b'{"error":"texting is not available"}')

    def answer(self, status, body):
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


ThreadingHTTPServer(("127.0.0.1", int(os.environ.get("PORT", "3000"))), Crm).serve_forever()
