// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "turnblocks.h"

#include "markdowntext.h"
#include "textrows.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace Decayscope {

namespace {

constexpr qsizetype charactersPerPage = qsizetype{48} * 1024;
constexpr qsizetype widestFolded = 1000;
constexpr qint64 charactersPerRow = 200;
constexpr qint64 shownTail = 3;
constexpr size_t mostBlocks = 80;
constexpr size_t fewParts = 32;

bool isProse(PartKind kind)
{
    return kind == PartKind::Text || kind == PartKind::Reasoning;
}

qint64 foldedRows(const ShownPart &part, TurnRole role)
{
    return part.kind == PartKind::Text && role == TurnRole::Assistant ? 40 : 12;
}

TurnBlock::Kind blockKind(const ShownPart &part)
{
    switch (part.kind) {
    case PartKind::Text:
        return TurnBlock::Kind::Markdown;
    case PartKind::Reasoning:
        return TurnBlock::Kind::Reasoning;
    case PartKind::Command:
        return TurnBlock::Kind::Command;
    case PartKind::Output:
        return part.isError ? TurnBlock::Kind::Error : TurnBlock::Kind::Output;
    case PartKind::Error:
        return TurnBlock::Kind::Error;
    case PartKind::Edit:
        return TurnBlock::Kind::Edit;
    case PartKind::Raw:
        return TurnBlock::Kind::Raw;
    case PartKind::Image:
        break;
    }
    return TurnBlock::Kind::Note;
}

/// One row a line, rows that are too wide cut with a sign; says whether it cut.
QString foldedText(QStringView text)
{
    QString result;
    for (qsizetype at = 0; at < text.size();) {
        const auto row = rowAt(text, at);
        if (at > 0)
            result.append(u'\n');
        const auto width = std::min(row.text.size(), widestFolded);
        result.append(row.text.first(width));
        if (width < row.text.size())
            result.append(u'\u2026');
        at = row.next;
    }
    return result;
}

QString moreText(qint64 rows)
{
    return rows > 0 ? QCoreApplication::translate("Decayscope::TurnListView", "\u2026 %n more lines", nullptr,
                          static_cast<int>(std::min<qint64>(rows, 1'000'000'000)))
                    : QCoreApplication::translate("Decayscope::TurnListView", "\u2026 show it all");
}

/// Adds the blocks of one part after another.
class BlockWriter
{
public:
    explicit BlockWriter(const BlockRequest &request)
        : m_request(request)
    { }

    void addPart(const ShownPart &part)
    {
        const bool isEdit = part.kind == PartKind::Edit;
        if (isEdit ? isToldByOutput(part) : part.characters == 0)
            return;
        if (isEdit)
            addEdit(part);
        else if (part.kind == PartKind::Image)
            add(TurnBlock::Kind::Note, part, 0, part.text);
        else if (!isLong(part, m_request.turn.role))
            add(blockKind(part), part, 0, isProse(part.kind) ? part.text : rowsAsLines(part.text));
        else if (const auto fold = foldOf(part); fold.isOpen)
            addOpened(part, fold);
        else
            addFolded(part);
    }

    std::vector<TurnBlock> blocks;

private:
    /// A tool that says which file it wrote needs no second line for it.
    [[nodiscard]] bool isToldByOutput(const ShownPart &edit) const
    {
        const auto &parts = m_request.turn.parts;
        if (edit.path.isEmpty() || parts.size() > fewParts)
            return false;
        return std::ranges::any_of(parts, [&edit](const ShownPart &part) {
            return part.kind == PartKind::Output && part.text.size() < charactersPerPage
                && part.text.contains(edit.path);
        });
    }

    static QString rowsAsLines(const QString &text) { return pageOf(text, {.isOpen = true, .pages = mostPages}); }

    [[nodiscard]] PartFold foldOf(const ShownPart &part) const
    {
        const auto found = m_request.fold.parts.find(part.index);
        if (found != m_request.fold.parts.end())
            return found->second;
        const bool isRaw = part.index < 0;
        return {.isOpen = isRaw || m_request.fold.isOpen.value_or(m_request.isOpenByDefault)};
    }

    void add(TurnBlock::Kind kind, const ShownPart &part, qint64 firstRow, QString text)
    {
        blocks.push_back({.kind = kind, .part = part.index, .firstRow = firstRow, .text = std::move(text)});
    }

    void addLink(const ShownPart &part, TurnLink::Kind kind, const PartFold &fold, const QString &text)
    {
        blocks.push_back({.kind = TurnBlock::Kind::Link,
            .part = part.index,
            .text = text,
            .link = {.kind = kind, .part = part.index, .fold = fold}});
    }

    void addEdit(const ShownPart &part)
    {
        TurnBlock block{.kind = TurnBlock::Kind::Edit, .part = part.index, .text = part.text, .effect = part.effect};
        if (block.text.isEmpty())
            block.text = part.path;
        block.text = foldedText(rowsFrom(block.text, 0, 1, widestFolded).text);
        if (!part.path.isEmpty())
            block.link = {.kind = TurnLink::Kind::Code, .part = part.index, .path = part.path, .line = part.line};
        blocks.push_back(std::move(block));
    }

    void addFolded(const ShownPart &part)
    {
        const auto role = m_request.turn.role;
        const auto head = rowsFrom(part.text, 0, headRows(part, role), foldedRows(part, role) * charactersPerRow);
        add(blockKind(part), part, 0, foldedText(head.text));
        RowStretch tail;
        if (!isProse(part.kind) && part.rows > head.rows)
            tail = lastRows(part.isWhole ? part.text : part.tail, std::min(shownTail, part.rows - head.rows),
                shownTail * charactersPerRow);
        addLink(part, TurnLink::Kind::Open, {.isOpen = true}, moreText(part.rows - head.rows - tail.rows));
        if (tail.rows > 0)
            add(blockKind(part), part, part.rows - tail.rows, foldedText(tail.text));
    }

    void addOpened(const ShownPart &part, const PartFold &fold)
    {
        if (fold.first > 0)
            addLink(part, TurnLink::Kind::Earlier,
                {.isOpen = true,
                    .first = std::max<qint64>(0, fold.first - rowsPerPage),
                    .pages = std::min(fold.pages + 1, mostPages)},
                QCoreApplication::translate("Decayscope::TurnListView", "\u2026 %n earlier lines", nullptr,
                    static_cast<int>(std::min<qint64>(fold.first, 1'000'000'000))));
        if (isProse(part.kind) && part.isWhole && part.text.size() <= longestMarkdown) {
            add(blockKind(part), part, 0, part.text);
        } else {
            addPage(part, fold);
        }
        addLink(part, TurnLink::Kind::Close, {}, QCoreApplication::translate("Decayscope::TurnListView", "Show less"));
    }

    void addPage(const ShownPart &part, const PartFold &fold)
    {
        const auto page = part.isWhole ? pageOf(part.text, fold) : m_request.page(part.index, fold);
        if (!page) {
            add(TurnBlock::Kind::Note, part, fold.first,
                QCoreApplication::translate("Decayscope::TurnListView", "Reading\u2026"));
            return;
        }
        add(blockKind(part), part, fold.first, *page);
        const auto shown = page->count(u'\n') + 1;
        const auto left = part.rows - fold.first - shown;
        if (left <= 0)
            return;
        const bool grows = fold.pages < mostPages;
        addLink(part, TurnLink::Kind::Later,
            {.isOpen = true, .first = grows ? fold.first : fold.first + shown, .pages = grows ? fold.pages + 1 : 1},
            moreText(left));
    }

    const BlockRequest &m_request;
};

} // namespace

bool isLong(const ShownPart &part, TurnRole role)
{
    const auto rows = foldedRows(part, role);
    return part.rows > rows + 2 || part.characters > (rows + 2) * charactersPerRow;
}

qint64 headRows(const ShownPart &part, TurnRole role)
{
    return isProse(part.kind) ? foldedRows(part, role) : foldedRows(part, role) - shownTail - 1;
}

QString pageOf(const QString &text, const PartFold &fold)
{
    const auto page = rowsFrom(text, fold.first, rowsPerPage * fold.pages, charactersPerPage * fold.pages);
    QString lines;
    for (qsizetype at = 0; at < page.text.size();) {
        const auto row = rowAt(page.text, at);
        if (at > 0)
            lines.append(u'\n');
        lines.append(row.text);
        at = row.next;
    }
    return lines;
}

std::vector<TurnBlock> blocksOf(const BlockRequest &request)
{
    BlockWriter writer(request);
    const auto &parts = request.turn.parts;
    for (size_t i = 0; i < parts.size(); ++i) {
        if (writer.blocks.size() >= mostBlocks) {
            writer.blocks.push_back(
                {.text = QCoreApplication::translate("Decayscope::TurnListView",
                     "\u2026 and %n more parts: see the raw form.", nullptr, static_cast<int>(parts.size() - i))});
            break;
        }
        if (request.fold.showsAll || parts[i].index < 0 || isShown(request.groups, parts[i].kind, request.turn.role))
            writer.addPart(parts[i]);
    }
    return std::move(writer.blocks);
}

} // namespace Decayscope
