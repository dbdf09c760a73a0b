# The driver beside, but for one fault: it puts what it is asked for into the path as it is.
# Caught by escape-the-id.
import pathlib, runpy, urllib.parse

urllib.parse.quote = lambda text, safe='/': text
runpy.run_path(str(pathlib.Path(__file__).parent.parent / 'python.py'))
