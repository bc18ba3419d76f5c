node Source/index.js
