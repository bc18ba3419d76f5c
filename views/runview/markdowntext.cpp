// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "markdowntext.h"

#include "ansitext.h"

#include <QTextBlock>
#include <QTextCursor>

#include <algorithm>
#include <vector>

namespace Decayscope {

namespace {

constexpr qsizetype mostTableRows = 150;
constexpr qsizetype mostTableColumns = 16;
constexpr qsizetype mostMarkers = 24;

/// Whether laying the text out as Markdown costs no more than its length suggests.
bool isReasonable(QStringView text)
{
    if (text.size() > longestMarkdown)
        return false;
    qsizetype rows = 0;
    qsizetype columns = 0;
    for (const auto line : text.tokenize(u'\n')) {
        ++rows;
        columns = std::max(columns, line.count(u'|'));
        const auto body
            = std::ranges::find_if_not(line, [](QChar c) { return QStringView(u" \t>-*+#[]()_`~").contains(c); });
        if (body - line.begin() > 3 * mostMarkers || line.first(body - line.begin()).count(u'>') > mostMarkers)
            return false;
    }
    return columns == 0 || (columns <= mostTableColumns && rows <= mostTableRows) || columns * rows < 600;
}

struct Replacement
{
    int position = 0;
    int length = 0;
    QString text;
    QTextCharFormat format;
};

std::optional<Replacement> replacementOf(const QTextFragment &fragment)
{
    const auto format = fragment.charFormat();
    if (format.isImageFormat()) {
        const auto words = format.property(QTextFormat::ImageAltText).toString();
        return Replacement{.position = fragment.position(),
            .length = fragment.length(),
            .text = words.isEmpty() ? QStringLiteral("[image]") : QString(u"[image: " % words % u']'),
            .format = {}};
    }
    if (!format.isAnchor())
        return std::nullopt;
    QTextCharFormat plain;
    plain.setFontUnderline(true);
    plain.setFontWeight(format.fontWeight());
    const auto words = fragment.text();
    const auto address = format.anchorHref().left(200);
    const bool says = words == address || address.isEmpty() || address == QString(u"mailto:" % words);
    return Replacement{.position = fragment.position(),
        .length = fragment.length(),
        .text = says ? words : QString(words % u" (" % address % u')'),
        .format = plain};
}

/// Links and images lose what they point to.
void disarm(QTextDocument &document)
{
    std::vector<Replacement> found;
    for (auto block = document.begin(); block.isValid(); block = block.next()) {
        for (auto i = block.begin(); !i.atEnd(); ++i) {
            if (const auto replacement = replacementOf(i.fragment()))
                found.push_back(*replacement);
        }
    }
    QTextCursor cursor(&document);
    for (auto i = found.rbegin(); i != found.rend(); ++i) {
        cursor.setPosition(i->position);
        cursor.setPosition(i->position + i->length, QTextCursor::KeepAnchor);
        cursor.insertText(i->text, i->format);
    }
}

/// Headings of a message shout less than those of a page; code takes the list's own fixed font.
void calm(QTextDocument &document, const QFont &code)
{
    QTextCursor cursor(&document);
    for (auto block = document.begin(); block.isValid(); block = block.next()) {
        if (block.blockFormat().headingLevel() > 0) {
            cursor.setPosition(block.position());
            cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
            QTextCharFormat format;
            format.setProperty(QTextFormat::FontSizeAdjustment, block.blockFormat().headingLevel() < 3 ? 1 : 0);
            format.setFontWeight(QFont::DemiBold);
            cursor.mergeCharFormat(format);
        }
        for (auto i = block.begin(); !i.atEnd(); ++i) {
            if (!i.fragment().charFormat().fontFixedPitch())
                continue;
            cursor.setPosition(i.fragment().position());
            cursor.setPosition(i.fragment().position() + i.fragment().length(), QTextCursor::KeepAnchor);
            QTextCharFormat format;
            format.setFontFamilies(code.families());
            format.setFontPointSize(code.pointSizeF());
            cursor.mergeCharFormat(format);
        }
    }
}

} // namespace

QVariant QuietDocument::loadResource(int, const QUrl &)
{
    return {};
}

void fillWithMarkdown(QTextDocument &document, const QString &text, const QFont &code)
{
    document.setUndoRedoEnabled(false);
    const auto clean = withoutAnsi(text);
    if (!isReasonable(clean)) {
        document.setPlainText(clean);
        return;
    }
    document.setMarkdown(
        clean, QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub) | QTextDocument::MarkdownNoHTML);
    disarm(document);
    calm(document, code);
}

} // namespace Decayscope
