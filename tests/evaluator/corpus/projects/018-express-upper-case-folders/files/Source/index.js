const express = require('express');
const TagController = require('./Controllers/TagController');

const app = express();
app.get('/api/tags', TagController.index);
app.listen(3000);
