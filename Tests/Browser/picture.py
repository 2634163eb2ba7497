"""Takes the README's picture: the home page of a built site, at 1280 by 800, light.

usage: python picture.py SITE PICTURE.png
"""

import pathlib
import sys

from selenium import webdriver
from selenium.webdriver.chrome.service import Service

site, picture = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
options = webdriver.ChromeOptions()
options.binary_location = "/usr/bin/chromium"
for argument in ["--headless=new", "--no-sandbox", "--hide-scrollbars", "--force-color-profile=srgb"]:
    options.add_argument(argument)
driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
try:
    metrics = {"width": 1280, "height": 800, "deviceScaleFactor": 1, "mobile": False}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    driver.get((site / "index.html").resolve().as_uri())
    picture.write_bytes(driver.get_screenshot_as_png())
finally:
    driver.quit()
