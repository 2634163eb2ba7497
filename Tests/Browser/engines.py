"""Three browsers behind one small interface, each opening pages from file:// as its users would.

Chromium and WebKit speak the classic WebDriver protocol through their drivers. Firefox has no driver among Debian's
packages; it speaks WebDriver BiDi itself, over a web socket.
"""

import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import time

import websocket
from selenium import webdriver
from selenium.webdriver.chrome.service import Service as ChromeService
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.webkitgtk.service import Service as WebKitService

# The code points by which WebDriver names the keys that write nothing.
KEYS = {"Enter": "\ue007", "Escape": "\ue00c", "ArrowDown": "\ue015", "ArrowUp": "\ue013", "Tab": "\ue004",
        "Control": "\ue009", "Backspace": "\ue003"}

# Has the page keep what goes wrong: neither Firefox nor WebKit tells of all that their consoles show.
LISTEN = """
globalThis.problemsOfPage = globalThis.problemsOfPage || [];
addEventListener("securitypolicyviolation", event =>
  problemsOfPage.push(`policy: ${event.violatedDirective} ${event.blockedURI}`));
addEventListener("unhandledrejection", event => problemsOfPage.push(`promise: ${event.reason}`));
addEventListener("error", event => problemsOfPage.push(`error: ${event.message || event.target.src}`), true);
"""


class Selenium:
    """What Chromium and WebKit have in common."""

    def go(self, uri):
        self.driver.get(uri)

    def run(self, body, *arguments):
        return self.driver.execute_script(body, *arguments)

    def type(self, text):
        ActionChains(self.driver, duration=0).send_keys(text).perform()

    def press(self, key, control=False):
        actions = ActionChains(self.driver, duration=0)
        if control:
            actions.key_down(KEYS["Control"])
        actions.send_keys(KEYS.get(key, key))
        if control:
            actions.key_up(KEYS["Control"])
        actions.perform()

    def quit(self):
        self.driver.quit()


class Chromium(Selenium):
    name = "Chromium"

    @staticmethod
    def missing():
        return None if shutil.which("chromium") and shutil.which("chromedriver") else "chromium is not installed"

    def __init__(self):
        options = webdriver.ChromeOptions()
        options.binary_location = "/usr/bin/chromium"
        for argument in ["--headless=new", "--no-sandbox", "--hide-scrollbars", "--force-color-profile=srgb"]:
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=ChromeService("/usr/bin/chromedriver"))

    def problems(self):
        """Console messages, and requests to anywhere but this disk, since the last call."""
        found = [f"console: {entry['message']}" for entry in self.driver.get_log("browser")]
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                url = message["params"]["request"]["url"]
                if not url.startswith(("file://", "data:")):
                    found.append(f"request: {url}")
        return found


class WebKit(Selenium):
    name = "WebKit"
    BROWSERS = sorted(pathlib.Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser"))

    @staticmethod
    def missing():
        if not shutil.which("WebKitWebDriver") or not WebKit.BROWSERS:
            return "WebKitWebDriver is not installed (Debian: webkit2gtk-driver)"
        return None if shutil.which("Xvfb") else "it needs a display and Xvfb is not installed (Debian: xvfb)"

    def __init__(self):
        read, write = os.pipe()
        self.display = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x1024x24", "-nolisten", "tcp"],
            pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as pipe:
            number = pipe.readline().strip()
        environment = os.environ | {
            "DISPLAY": f":{number}", "WEBKIT_DISABLE_COMPOSITING_MODE": "1", "LIBGL_ALWAYS_SOFTWARE": "1",
            "NO_AT_BRIDGE": "1"}
        options = webdriver.WebKitGTKOptions()
        options.binary_location = str(self.BROWSERS[-1])
        options.add_argument("--automation")
        service = WebKitService(shutil.which("WebKitWebDriver"), env=environment)
        self.driver = webdriver.WebKitGTK(options=options, service=service)

    def go(self, uri):
        super().go(uri)
        self.run(LISTEN)

    def problems(self):
        return self.run("return globalThis.problemsOfPage ? problemsOfPage.splice(0) : []")

    def quit(self):
        super().quit()
        self.display.terminate()
        self.display.wait()


class Firefox:
    name = "Firefox"
    PREFERENCES = {
        # Else the protocol loosens the very rules under which pages from file:// run.
        "remote.prefs.recommended": False,
        "browser.shell.checkDefaultBrowser": False,
        "browser.startup.page": 0,
        "browser.startup.homepage_override.mstone": "ignore",
        "browser.aboutwelcome.enabled": False,
        "datareporting.policy.dataSubmissionEnabled": False,
        "toolkit.telemetry.reportingpolicy.firstRun": False,
        "app.normandy.enabled": False,
        "network.captive-portal-service.enabled": False,
        "network.connectivity-service.enabled": False,
    }
    @staticmethod
    def missing():
        return None if Firefox.path() else "firefox is not installed (Debian: firefox-esr)"

    @staticmethod
    def path():
        return shutil.which("firefox-esr") or shutil.which("firefox")

    def __init__(self):
        self.profile = tempfile.TemporaryDirectory()
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in self.PREFERENCES.items()]
        (pathlib.Path(self.profile.name) / "user.js").write_text("\n".join(lines))
        self.process = subprocess.Popen(
            [self.path(), "--headless", "--no-remote", "--profile", self.profile.name, "--remote-debugging-port", "0"],
            env=os.environ | {"HOME": self.profile.name, "MOZ_CRASHREPORTER_DISABLE": "1"},
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.socket = websocket.create_connection(f"{self.address()}/session", timeout=60, suppress_origin=True)
        self.number = 0
        self.events = []
        self.send("session.new", capabilities={})
        self.send("session.subscribe", events=["log.entryAdded"])
        self.context = self.send("browsingContext.getTree")["contexts"][0]["context"]
        self.send("script.addPreloadScript", functionDeclaration=f"() => {{ {LISTEN} }}")

    def address(self):
        file = pathlib.Path(self.profile.name) / "WebDriverBiDiServer.json"
        for _ in range(600):
            if file.exists() and (text := file.read_text()):
                server = json.loads(text)
                return f"ws://{server['ws_host']}:{server['ws_port']}"
            time.sleep(0.1)
        raise TimeoutError("Firefox did not open its port")

    def send(self, method, **parameters):
        self.number += 1
        self.socket.send(json.dumps({"id": self.number, "method": method, "params": parameters}))
        while True:
            message = json.loads(self.socket.recv())
            if message.get("type") == "event":
                self.events.append(message)
            elif message.get("id") == self.number:
                if message["type"] == "error":
                    raise RuntimeError(f"{method}: {message['message']}")
                return message["result"]

    def go(self, uri):
        self.send("browsingContext.navigate", context=self.context, url=uri, wait="complete")

    def run(self, body, *arguments):
        code = f"JSON.stringify((function () {{ {body} }}).apply(null, {json.dumps(arguments)}))"
        answer = self.send(
            "script.evaluate", expression=code, target={"context": self.context}, awaitPromise=False)
        if answer["type"] == "exception":
            raise RuntimeError(answer["exceptionDetails"]["text"])
        return json.loads(answer["result"]["value"]) if answer["result"]["type"] == "string" else None

    def act(self, keys):
        actions = [{"type": kind, "value": key} for kind, key in keys]
        self.send(
            "input.performActions", context=self.context,
            actions=[{"type": "key", "id": "keyboard", "actions": actions}])

    def type(self, text):
        self.act([(kind, letter) for letter in text for kind in ("keyDown", "keyUp")])

    def press(self, key, control=False):
        name = KEYS.get(key, key)
        keys = [("keyDown", name), ("keyUp", name)]
        if control:
            keys = [("keyDown", KEYS["Control"]), *keys, ("keyUp", KEYS["Control"])]
        self.act(keys)

    def problems(self):
        found = [f"console: {event['params']['text']}" for event in self.events]
        self.events.clear()
        return found + (self.run("return globalThis.problemsOfPage ? problemsOfPage.splice(0) : []") or [])

    def quit(self):
        try:
            self.send("browser.close")
        except (RuntimeError, websocket.WebSocketException):
            self.process.terminate()
        self.process.wait(timeout=30)
        self.profile.cleanup()


ENGINES = [Chromium, Firefox, WebKit]
