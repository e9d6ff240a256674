import json
import os
import urllib.error
import urllib.request

from flask import Flask, request

app = Flask(__name__)


def signed_in():
    """Replace this with your own log-in, such as `current_user` of Flask-Login."""
    if request.cookies.get("crm_session") != "the-session-of-ada":
        return None
    return {"externalId": "42", "name": "Ada Park", "role": "admin"}


def answer(status, body):
    return app.response_class(
        body, status, {"Cache-Control": "no-store"}, mimetype="application/json"
    )


@app.post("/texting-session")
def texting_session():
    user = signed_in()
    if user is None:
        return answer(401, '{"error":"signed out"}')
    mint = urllib.request.Request(
        os.environ["CAMPAIGN_KIT_URL"] + "/v1/embed-sessions",
        data=json.dumps({"user": user, "origin": os.environ["CRM_ORIGIN"]}).encode(),
        headers={
            "Authorization": "Bearer " + os.environ["CAMPAIGN_KIT_KEY"],
            "Content-Type": "application/json",
        },
    )
    try:
        with urllib.request.urlopen(mint, timeout=5) as minted:
            return answer(200, minted.read())
    except urllib.error.HTTPError as refused:
        app.logger.error("Campaign Kit answered %s: %s", refused.code, refused.read().decode())
    except OSError as problem:
        app.logger.error("Campaign Kit did not answer: %s", problem)
    return answer(502, '{"error":"texting is not available"}')


if __name__ == "__main__":
    app.run("127.0.0.1", int(os.environ.get("PORT", "3000")))
