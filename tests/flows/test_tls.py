"""A portal whose certificate nobody vouches for gets nothing, unless its site file says so."""

import ssl
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from flows.stages import Hold
from tests.workspaces import Office, provincial_plan


def make_certificate(folder: Path) -> Path:
    """One that signed itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    file = folder / "portal.pem"
    plain = serialization.NoEncryption()
    file.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
        + made.public_bytes(serialization.Encoding.PEM)
    )
    return file


@pytest.fixture
def doubtful(tmp_path: Path) -> Iterator[tuple[str, list[str]]]:
    """A portal with such a certificate, and every request that came through."""
    came: list[str] = []

    class Portal(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            came.append(self.requestline)
            self.send_error(503)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name of the base class
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Portal)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(make_certificate(tmp_path))
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    yield f"https://127.0.0.1:{server.server_port}", came
    server.shutdown()
    server.server_close()
    thread.join(5)


def point_at(office: Office, address: str, more: str = "") -> None:
    site = office.root / "sites" / "tests.yaml"
    text = site.read_text("utf-8").replace(office.url.rstrip("/"), address)
    site.write_text(text.replace("patience_minutes: 0.2", f"patience_minutes: 0.01{more}"), "utf-8")


async def test_an_untrusted_certificate_stops_the_lane_before_anything_is_sent(
    office: Office, doubtful: tuple[str, list[str]]
) -> None:
    address, came = doubtful
    point_at(office, address)
    office.write_plans(provincial_plan("p1"))
    (filing,) = (await office.file()).filings
    assert filing.trouble is not None
    assert (filing.hold, filing.trouble.code) == (Hold.NEEDS_HUMAN, "certificate_not_trusted")
    assert came == []


async def test_a_site_file_may_allow_it(office: Office, doubtful: tuple[str, list[str]]) -> None:
    address, came = doubtful
    point_at(office, address, "\n  ignore_tls: true")
    office.write_plans(provincial_plan("p1"))
    (filing,) = (await office.file()).filings
    assert filing.hold is Hold.WAITING  # it is only down
    assert came
