// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTextDocument>

namespace Decayscope {

/// A document that fetches nothing: neither from the network nor from disk nor from resources.
class QuietDocument final : public QTextDocument
{
    Q_OBJECT

public:
    using QTextDocument::QTextDocument;

protected:
    QVariant loadResource(int type, const QUrl &name) override;
};

/// Texts with more QChars than this are not read as Markdown.
inline constexpr qsizetype longestMarkdown = qsizetype{12} * 1024;

/// Fills the document from untrusted Markdown: HTML stays text, links become their words with the address behind them,
/// images their alternative text. What is too long, or nested or tabled beyond reason, is shown as it was written.
void fillWithMarkdown(QTextDocument &document, const QString &text, const QFont &code);

} // namespace Decayscope
