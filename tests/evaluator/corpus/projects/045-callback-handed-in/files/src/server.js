const express = require('express');
const { migrate } = require('./db');
const commentRoutes = require('./routes/comments');
const repository = require('./repositories/comment.repository');
const notify = require('./services/notify.service');

repository.onInsert(notify.commentAdded);
migrate();

const app = express();
app.use(express.json());
app.use('/api', commentRoutes);
app.listen(process.env.PORT || 3000);
