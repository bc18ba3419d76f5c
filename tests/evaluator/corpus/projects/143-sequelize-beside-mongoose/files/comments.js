import mongoose from 'mongoose';

await mongoose.connect('mongodb://mongo/conduit');
const Comment = mongoose.model('Comment', new mongoose.Schema({ slug: String, body: String }));

export const commentsOf = (slug) => Comment.find({ slug });
