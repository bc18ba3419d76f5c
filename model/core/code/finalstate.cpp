// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "finalstate.h"

#include "linediff.h"

#include <QHash>

namespace Decayscope {

namespace {

using LineKind = HunkLine::Kind;

/// The lines a patch shows of a file, and which of them it adds.
struct ShownLines
{
    QStringList lines;
    std::vector<int> numbers;
    std::vector<bool> isAdded;
};

ShownLines shownLines(const FilePatch &file)
{
    ShownLines shown;
    for (const auto &hunk : file.hunks) {
        auto number = hunk.newStart;
        for (const auto &line : hunk.lines) {
            if (line.kind == LineKind::Removed)
                continue;
            shown.lines.append(line.text.endsWith(u'\r') ? line.text.chopped(1) : line.text);
            shown.numbers.push_back(number++);
            shown.isAdded.push_back(line.kind == LineKind::Added);
        }
    }
    return shown;
}

/// Line numbers by text, for texts that stand in one line alone; -1 for the others.
QHash<QStringView, qsizetype> uniqueLines(const QStringList &lines)
{
    QHash<QStringView, qsizetype> places;
    for (qsizetype at = 0; at < lines.size(); ++at) {
        const auto place = places.find(lines.at(at));
        if (place == places.end())
            places.insert(lines.at(at), at);
        else
            *place = -1;
    }
    return places;
}

/// Whether a replayed text has every shown line at its place.
bool agrees(const ShownLines &shown, const QStringList &lines)
{
    for (std::size_t at = 0; at < shown.numbers.size(); ++at) {
        if (lines.value(shown.numbers[at] - 1, QString(u'\0')) != shown.lines.at(static_cast<qsizetype>(at)))
            return false;
    }
    return true;
}

/// The writers of shown lines: context was there before; added ones have the writer of their place, or where texts
/// disagree that of the only line alike.
std::vector<int> writersOf(const ShownLines &shown, const FileBelief *belief)
{
    std::vector<int> writers;
    const auto lines = belief && belief->text ? linesOf(*belief->text) : QStringList();
    const auto isInPlace = !lines.isEmpty() && agrees(shown, lines);
    const auto replayed = uniqueLines(lines);
    const auto given = uniqueLines(shown.lines);
    for (std::size_t at = 0; at < shown.numbers.size(); ++at) {
        const auto &line = shown.lines.at(static_cast<qsizetype>(at));
        const auto place = isInPlace    ? shown.numbers[at] - 1
            : given.value(line, -1) < 0 ? -1
                                        : replayed.value(line, -1);
        const auto isKnown = belief && place >= 0 && place < std::ssize(belief->writers);
        writers.push_back(!shown.isAdded[at] ? baseWriter
                : isKnown                    ? belief->writers[static_cast<std::size_t>(place)]
                                             : unknownWriter);
    }
    return writers;
}

} // namespace

void FinalState::compare()
{
    for (const auto &file : m_patch.files) {
        if (file.path().isEmpty())
            continue;
        if (file.kind == FilePatch::Kind::Renamed)
            addGone(file.oldPath);
        if (file.kind == FilePatch::Kind::Deleted) {
            addGone(file.oldPath);
            continue;
        }
        if (const auto text = wholeText(file))
            addWhole(file, *text);
        else
            addPart(file);
    }
}

/// Added files are shown whole; changed ones are whole where their first version is known.
std::optional<QString> FinalState::wholeText(const FilePatch &file)
{
    if (file.kind == FilePatch::Kind::Added)
        return file.addedText();
    const auto versions = m_files.versions().find(file.oldPath);
    if (versions == m_files.versions().end() || versions->second.empty())
        return std::nullopt;
    const auto &base = versions->second.front();
    if (base.turn != -1 || base.knowledge != FileKnowledge::Exact || !base.exists)
        return std::nullopt;
    return applied(file, base.text);
}

void FinalState::addGone(const QString &path)
{
    FinalFile final;
    final.exists = false;
    m_final[path] = std::move(final);
    const auto *last = m_files.lastVersion(path);
    if (last && last->exists && last->turn >= 0)
        contradict(path, QStringLiteral(" In the final patch the file is gone."));
}

void FinalState::addWhole(const FilePatch &file, const QString &text)
{
    FinalFile final;
    final.text = text;
    const auto lines = lineCount(text);
    for (int number = 1; number <= lines; ++number)
        final.numbers.push_back(number);
    const auto &path = file.path();
    const auto *belief = m_files.find(path);
    if (!belief || !belief->text || !belief->exists || file.isSymlink) {
        final.writers.assign(static_cast<std::size_t>(lines), unknownWriter);
        if (belief && belief->isSure && !belief->exists)
            contradict(path, QStringLiteral(" The final patch has the file."));
    } else {
        final.writers = inheritedWriters(*belief->text, belief->writers, text, unknownWriter);
        if (lineChanges(*belief->text, text).empty())
            confirm(path, text, final.writers);
        else
            contradict(path, QStringLiteral(" The final patch has another text."));
    }
    count(file, final);
    m_final[path] = std::move(final);
}

void FinalState::addPart(const FilePatch &file)
{
    FinalFile final;
    final.isWhole = false;
    const auto shown = shownLines(file);
    for (const auto &line : shown.lines)
        final.text += line + u'\n';
    final.numbers = shown.numbers;
    const auto *belief = m_files.find(file.path());
    final.writers = writersOf(shown, belief && belief->exists ? belief : nullptr);
    count(file, final);
    m_final[file.path()] = std::move(final);
}

void FinalState::confirm(const QString &path, const QString &text, const std::vector<int> &writers)
{
    auto *last = m_files.lastVersion(path);
    if (!last || last->turn < 0)
        return;
    auto version = *last;
    version.exists = true;
    version.knowledge = FileKnowledge::Exact;
    version.text = text;
    version.writers = writers;
    version.how += QStringLiteral(" The final patch has the same text.");
    m_files.addVersion(path, std::move(version));
}

void FinalState::contradict(const QString &path, const QString &why)
{
    auto *last = m_files.lastVersion(path);
    if (last && last->turn >= 0 && last->knowledge != FileKnowledge::Unknown)
        last->how += why;
}

void FinalState::count(const FilePatch &file, const FinalFile &final)
{
    // Lines that were there before count only where the patch adds them.
    const auto shown = shownLines(file);
    for (std::size_t at = 0; at < shown.numbers.size(); ++at) {
        if (!shown.isAdded[at])
            continue;
        ++m_coverage.lines;
        const auto place = final.isWhole ? static_cast<std::size_t>(qMax(0, shown.numbers[at] - 1)) : at;
        if (place < final.writers.size() && final.writers[place] >= 0)
            ++m_coverage.known;
    }
}

} // namespace Decayscope
