"""A mail server on loopback that keeps what it is sent as one file a message. It prints its port when it listens, and ends when its input does.
Arguments: folder, security (none, starttls, tls), certificate, key, user, password; the last four may be empty."""
import asyncio
import itertools
import logging
import ssl
import sys
import warnings

from aiosmtpd.smtp import SMTP, AuthResult

warnings.simplefilter("ignore")
logging.disable()
folder, security, certificate, key, user, password = sys.argv[1:7]
numbers = itertools.count(1)


class Keep:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("unknown"):
            return "550 5.1.1 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        with open(f"{folder}/{next(numbers):04}.eml", "wb") as file:
            file.write(envelope.original_content)
        return "250 2.0.0 kept"


def check(server, session, envelope, mechanism, data):
    return AuthResult(success=(data.login.decode(), data.password.decode()) == (user, password), handled=False)


context = None
if security != "none":
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
options = {}
if security == "starttls":
    options |= {"tls_context": context, "require_starttls": True}
if user:
    options |= {"authenticator": check, "auth_required": True, "auth_require_tls": security == "starttls"}


async def serve():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(Keep(), **options), "127.0.0.1", 0, ssl=context if security == "tls" else None)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    server.close()


asyncio.run(serve())
