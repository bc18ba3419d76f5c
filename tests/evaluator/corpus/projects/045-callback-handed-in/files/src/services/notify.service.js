exports.commentAdded = (comment) => console.log('new comment', comment.id);
