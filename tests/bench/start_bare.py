"""The baseline of a start: a bare window with one plot of pyqtgraph. Prints when it was painted."""

import json
import os
import time

os.environ.setdefault("PYQTGRAPH_QT_LIB", "PySide6")

import pyqtgraph
from PySide6.QtWidgets import QApplication, QMainWindow

application = QApplication([])
window = QMainWindow()
plot = pyqtgraph.PlotWidget()
plot.plot([1, 3, 2, 4])
window.setCentralWidget(plot)
window.resize(1440, 900)
window.show()
application.processEvents()
window.grab()
print(json.dumps({"at": time.time()}))
