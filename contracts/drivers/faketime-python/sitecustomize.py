# Put first on PYTHONPATH by Playhead: time.sleep asks for an absolute instant, which libfaketime refuses with EINVAL.
import select
import time

time.sleep = lambda seconds: select.select([], [], [], seconds) and None
