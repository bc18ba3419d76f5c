// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sedscript.h"

#include <algorithm>

namespace Decayscope {

namespace {

using EditKind = FileEdit::Kind;

constexpr std::size_t mostCommands = 1000;

/// Reads scripts of `s`, `d`, `i`, `a` and `c` with line numbers.
class SedReader
{
public:
    SedReader(QStringView script, bool isExtended)
        : m_script(script)
        , m_isExtended(isExtended)
    { }

    std::optional<std::vector<FileEdit>> read();

private:
    QChar at(qsizetype offset = 0) const
    {
        return m_at + offset < m_script.size() ? m_script[m_at + offset] : QChar(u'\0');
    }
    void skipSeparators();
    bool readCommand();
    int readNumber();
    bool readSubstitution(FileEdit &edit);
    std::optional<QString> readPart(QChar delimiter);
    bool readFlags(FileEdit &edit);
    bool readText(FileEdit &edit, QChar letter);
    bool readEnd();
    std::optional<QString> literalPattern(QStringView part, QChar delimiter) const;
    static std::optional<QString> literalReplacement(QStringView part, QChar delimiter);

    QStringView m_script;
    qsizetype m_at = 0;
    bool m_isExtended = false;
    std::vector<FileEdit> m_edits;
};

void SedReader::skipSeparators()
{
    while (m_at < m_script.size() && (at().isSpace() || at() == u';'))
        ++m_at;
}

std::optional<std::vector<FileEdit>> SedReader::read()
{
    for (skipSeparators(); m_at < m_script.size(); skipSeparators()) {
        if (m_edits.size() >= mostCommands || !readCommand())
            return std::nullopt;
    }
    return std::move(m_edits);
}

int SedReader::readNumber()
{
    int number = 0;
    while (at() >= u'0' && at() <= u'9' && number < 100'000'000)
        number = number * 10 + (m_script[m_at++].unicode() - u'0');
    return number;
}

bool SedReader::readCommand()
{
    FileEdit edit;
    edit.line = edit.lastLine = readNumber();
    if (edit.line > 0 && at() == u',') {
        ++m_at;
        edit.lastLine = readNumber();
        if (edit.lastLine < edit.line)
            return false;
    }
    while (at() == u' ')
        ++m_at;
    const auto letter = at();
    ++m_at;
    if (letter == u's')
        return readSubstitution(edit);
    if (edit.line == 0)
        return false;
    if (letter == u'd') {
        edit.kind = EditKind::Lines;
        m_edits.push_back(edit);
        return readEnd();
    }
    return edit.line == edit.lastLine && (letter == u'i' || letter == u'a' || letter == u'c') && readText(edit, letter);
}

bool SedReader::readEnd()
{
    while (at() == u' ')
        ++m_at;
    return m_at >= m_script.size() || at() == u';' || at() == u'\n';
}

/// GNU's one-line form `4i text` and the classic `4i\` with the text on the next line.
bool SedReader::readText(FileEdit &edit, QChar letter)
{
    while (at() == u' ')
        ++m_at;
    if (at() == u'\\') {
        ++m_at;
        while (at() == u' ' && m_script.sliced(m_at).trimmed().startsWith(u'\n'))
            ++m_at;
        if (at() == u'\n')
            ++m_at;
    }
    const auto text = m_script.sliced(m_at);
    if (text.isEmpty() || text.contains(u'\\') || text.contains(u'\n'))
        return false;
    m_at = m_script.size();
    edit.after = text.toString();
    edit.kind = letter == u'c' ? EditKind::Lines : EditKind::Insert;
    edit.line -= letter == u'i' ? 1 : 0;
    m_edits.push_back(edit);
    return true;
}

std::optional<QString> SedReader::readPart(QChar delimiter)
{
    const auto start = m_at;
    while (m_at < m_script.size() && at() != delimiter)
        m_at += at() == u'\\' ? 2 : 1;
    if (m_at >= m_script.size())
        return std::nullopt;
    return m_script.sliced(start, m_at++ - start).toString();
}

bool SedReader::readSubstitution(FileEdit &edit)
{
    const auto delimiter = at();
    if (m_at >= m_script.size() || delimiter == u'\\' || delimiter == u'\n' || delimiter.isLetterOrNumber())
        return false;
    ++m_at;
    const auto patternPart = readPart(delimiter);
    const auto replacementPart = patternPart ? readPart(delimiter) : std::nullopt;
    if (!replacementPart)
        return false;
    edit.before = literalPattern(*patternPart, delimiter);
    const auto after = literalReplacement(*replacementPart, delimiter);
    if (!edit.before || edit.before->isEmpty() || !after)
        return false;
    edit.kind = EditKind::ReplaceAll;
    edit.after = *after;
    if (!readFlags(edit))
        return false;
    m_edits.push_back(edit);
    return true;
}

bool SedReader::readFlags(FileEdit &edit)
{
    edit.oncePerLine = true;
    if (at() == u'g') {
        edit.oncePerLine = false;
        ++m_at;
    }
    return readEnd();
}

/// The text a regular expression without operators matches.
std::optional<QString> SedReader::literalPattern(QStringView part, QChar delimiter) const
{
    const QStringView operators = m_isExtended ? QStringView(u".*[^$+?(){}|") : QStringView(u".*[^$");
    const QStringView escapable = m_isExtended ? QStringView(u".*[]^$\\/+?(){}|-\"") : QStringView(u".*[]^$\\/-\"");
    if (operators.contains(delimiter))
        return std::nullopt;
    QString text;
    for (qsizetype at = 0; at < part.size(); ++at) {
        if (part[at] == u'\n' || operators.contains(part[at]))
            return std::nullopt;
        if (part[at] != u'\\') {
            text += part[at];
            continue;
        }
        ++at;
        if (at >= part.size() || (!escapable.contains(part[at]) && part[at] != delimiter))
            return std::nullopt;
        text += part[at];
    }
    return text;
}

std::optional<QString> SedReader::literalReplacement(QStringView part, QChar delimiter)
{
    QString text;
    for (qsizetype at = 0; at < part.size(); ++at) {
        if (part[at] == u'&' || part[at] == u'\n')
            return std::nullopt;
        if (part[at] != u'\\') {
            text += part[at];
            continue;
        }
        ++at;
        if (at >= part.size())
            return std::nullopt;
        if (part[at] == u'n')
            text += u'\n';
        else if (part[at] == u't')
            text += u'\t';
        else if (QStringView(u"&/\\.\"[]*$^").contains(part[at]) || part[at] == delimiter)
            text += part[at];
        else
            return std::nullopt;
    }
    return text;
}

bool shiftsLines(const FileEdit &edit)
{
    return edit.kind != EditKind::ReplaceAll || edit.after.contains(u'\n');
}

} // namespace

std::optional<std::vector<FileEdit>> sedEdits(const QStringList &scripts, bool isExtended)
{
    std::vector<FileEdit> edits;
    for (const auto &script : scripts) {
        auto read = SedReader(script, isExtended).read();
        if (!read || edits.size() + read->size() > mostCommands)
            return std::nullopt;
        edits.insert(edits.end(), read->begin(), read->end());
    }
    const auto areDeletions = std::ranges::all_of(
        edits, [](const auto &edit) { return edit.kind == EditKind::Lines && edit.after.isEmpty(); });
    if (edits.empty() || (edits.size() > 1 && !areDeletions && std::ranges::any_of(edits, shiftsLines)))
        return std::nullopt;
    // All numbers are those of the file as it was: from the bottom up they stay true.
    if (areDeletions) {
        std::ranges::sort(edits, std::greater(), &FileEdit::line);
        for (std::size_t at = 1; at < edits.size(); ++at) {
            if (edits[at].lastLine >= edits[at - 1].line)
                return std::nullopt;
        }
    }
    return edits;
}

} // namespace Decayscope
