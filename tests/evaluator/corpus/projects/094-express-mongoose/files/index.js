const express = require('express');
const mongoose = require('mongoose');

const Tag = mongoose.model('Tag', new mongoose.Schema({ name: String }));
const app = express();
app.get('/api/tags', async (req, res) => res.json({ tags: (await Tag.find()).map((tag) => tag.name) }));

mongoose.connect('mongodb://localhost:27017/conduit').then(() => app.listen(3000));
