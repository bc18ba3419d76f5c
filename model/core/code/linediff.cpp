// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "linediff.h"

#include <QHash>

#include <git2.h>

namespace Decayscope {

namespace {

constexpr qsizetype mostLines = 60'000; ///< That both sides together may differ over.

std::vector<QStringView> lineViews(QStringView text)
{
    std::vector<QStringView> lines;
    qsizetype at = 0;
    while (at < text.size()) {
        const auto feed = text.indexOf(u'\n', at);
        auto line = text.sliced(at, (feed < 0 ? text.size() : feed) - at);
        if (feed >= 0 && line.endsWith(u'\r'))
            line.chop(1);
        lines.push_back(line);
        at = feed < 0 ? text.size() : feed + 1;
    }
    return lines;
}

/// What is left of two texts when the lines they begin and end with alike are taken off.
struct Middle
{
    QStringView left;
    QStringView right;
    int skippedLines = 0;
};

qsizetype commonStart(QStringView left, QStringView right)
{
    const auto shorter = qMin(left.size(), right.size());
    qsizetype same = 0;
    while (same < shorter && left[same] == right[same])
        ++same;
    if (same == left.size() && same == right.size())
        return same;
    return same == 0 ? 0 : left.lastIndexOf(u'\n', same - 1) + 1;
}

qsizetype commonEnd(QStringView left, QStringView right)
{
    const auto shorter = qMin(left.size(), right.size());
    qsizetype same = 0;
    while (same < shorter && left[left.size() - 1 - same] == right[right.size() - 1 - same])
        ++same;
    if (same == shorter && left.size() == right.size())
        return same;
    const auto feed = left.indexOf(u'\n', left.size() - same);
    return feed < 0 ? 0 : left.size() - feed - 1;
}

Middle middleOf(QStringView left, QStringView right)
{
    const auto start = commonStart(left, right);
    Middle middle{left.sliced(start), right.sliced(start), static_cast<int>(left.first(start).count(u'\n'))};
    const auto end = commonEnd(middle.left, middle.right);
    middle.left.chop(end);
    middle.right.chop(end);
    return middle;
}

/// A text with a number for each line, one number for lines that are alike: long lines cost the comparison no more than
/// short ones.
class LineNumbers
{
public:
    QByteArray of(const std::vector<QStringView> &lines)
    {
        QByteArray text;
        text.reserve(static_cast<qsizetype>(lines.size()) * 6);
        for (const auto line : lines) {
            const auto number = m_numbers.constFind(line);
            text
                += QByteArray::number(number != m_numbers.cend() ? *number : *m_numbers.insert(line, m_numbers.size()));
            text += '\n';
        }
        return text;
    }

private:
    QHash<QStringView, qsizetype> m_numbers;
};

/// The library stays initialised to the end of the program: threads may still compare while it ends.
bool isGitReady()
{
    static const bool isReady = git_libgit2_init() > 0;
    return isReady;
}

int addChange(const git_diff_delta *, const git_diff_hunk *hunk, void *payload)
{
    auto &changes = *static_cast<std::vector<LineChange> *>(payload);
    const auto from = [](int start, int count) { return count == 0 ? start : start - 1; };
    changes.push_back({from(hunk->old_start, hunk->old_lines), hunk->old_lines, from(hunk->new_start, hunk->new_lines),
        hunk->new_lines});
    return 0;
}

/// False where the library gives up.
bool compare(const QByteArray &left, const QByteArray &right, std::vector<LineChange> &changes)
{
    if (!isGitReady())
        return false;
    git_diff_options options = GIT_DIFF_OPTIONS_INIT;
    options.context_lines = 0;
    options.interhunk_lines = 0;
    options.flags = GIT_DIFF_FORCE_TEXT;
    return git_diff_buffers(left.constData(), static_cast<size_t>(left.size()), nullptr, right.constData(),
               static_cast<size_t>(right.size()), nullptr, &options, nullptr, nullptr, addChange, nullptr, &changes)
        == 0;
}

} // namespace

QStringList linesOf(QStringView text)
{
    const auto views = lineViews(text);
    QStringList lines;
    lines.reserve(static_cast<qsizetype>(views.size()));
    for (const auto view : views)
        lines.append(view.toString());
    return lines;
}

int lineCount(QStringView text)
{
    const auto feeds = text.count(u'\n');
    return static_cast<int>(feeds + (text.isEmpty() || text.endsWith(u'\n') ? 0 : 1));
}

std::vector<LineChange> lineChanges(QStringView left, QStringView right)
{
    const auto middle = middleOf(left, right);
    const auto olds = lineViews(middle.left);
    const auto news = lineViews(middle.right);
    if (olds == news)
        return {};
    std::vector<LineChange> changes;
    LineNumbers numbers;
    const auto isSmall = std::ssize(olds) + std::ssize(news) <= mostLines;
    const auto isTrivial = olds.empty() || news.empty();
    const auto isCompared = isSmall && !isTrivial && compare(numbers.of(olds), numbers.of(news), changes);
    if (!isCompared)
        changes = {{0, static_cast<int>(olds.size()), 0, static_cast<int>(news.size())}};
    for (auto &change : changes) {
        change.left += middle.skippedLines;
        change.right += middle.skippedLines;
    }
    return changes;
}

namespace {

void addSame(std::vector<DiffRow> &rows, int &left, int &right, int count)
{
    for (int row = 0; row < count; ++row)
        rows.push_back({DiffRow::Kind::Same, ++left, ++right});
}

void addDifferent(std::vector<DiffRow> &rows, int &left, int &right, const LineChange &change, bool isPaired)
{
    const auto pairs = isPaired ? qMin(change.leftCount, change.rightCount) : 0;
    for (int row = 0; row < pairs; ++row)
        rows.push_back({DiffRow::Kind::Changed, ++left, ++right});
    for (int row = pairs; row < change.leftCount; ++row)
        rows.push_back({DiffRow::Kind::Removed, ++left, 0});
    for (int row = pairs; row < change.rightCount; ++row)
        rows.push_back({DiffRow::Kind::Added, 0, ++right});
}

} // namespace

std::vector<DiffRow> lineDiff(const QString &left, const QString &right)
{
    std::vector<DiffRow> rows;
    int atLeft = 0;
    int atRight = 0;
    for (const auto &change : lineChanges(left, right)) {
        addSame(rows, atLeft, atRight, change.left - atLeft);
        addDifferent(rows, atLeft, atRight, change, change.leftCount + change.rightCount <= mostLines);
    }
    addSame(rows, atLeft, atRight, lineCount(left) - atLeft);
    return rows;
}

} // namespace Decayscope
