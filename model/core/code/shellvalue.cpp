// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shellvalue.h"

namespace Decayscope {

namespace {

using PieceKind = ShellPiece::Kind;

constexpr std::size_t mostValues = 64;
constexpr qsizetype longestWithBraces = 4096;

/// Builds all values of a word side by side.
class ValueBuilder
{
public:
    explicit ValueBuilder(const ShellVariables &variables)
        : m_variables(variables)
    { }

    void add(const ShellPiece &piece);
    std::vector<ShellValue> take() { return std::move(m_values); }

private:
    void addBare(QStringView text);
    void addAlternatives(const QStringList &texts);
    void addUnknown(bool isPattern);

    const ShellVariables &m_variables;
    std::vector<ShellValue> m_values{{}};
    bool m_isAtStart = true;
};

void ValueBuilder::addUnknown(bool isPattern)
{
    for (auto &value : m_values)
        value.appendUnknown(isPattern);
}

void ValueBuilder::addAlternatives(const QStringList &texts)
{
    if (texts.isEmpty() || m_values.size() * static_cast<std::size_t>(texts.size()) > mostValues)
        return addUnknown(false);
    std::vector<ShellValue> values;
    for (const auto &value : m_values) {
        for (const auto &text : texts) {
            values.push_back(value);
            values.back().append(text);
        }
    }
    m_values = std::move(values);
}

/// `{a,b}` at the front of a text; empty where it is no plain list.
QStringList braceList(QStringView text, qsizetype &length)
{
    const auto end = text.indexOf(u'}');
    if (end < 0 || text.size() > longestWithBraces)
        return {};
    const auto inner = text.sliced(1, end - 1);
    if (!inner.contains(u',') || inner.contains(u'{'))
        return {};
    length = end + 1;
    return inner.toString().split(u',');
}

void ValueBuilder::addBare(QStringView text)
{
    qsizetype plain = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const auto letter = text[at];
        const auto isHome = letter == u'~' && m_isAtStart && at == 0;
        const auto isPattern = letter == u'*' || letter == u'?' || letter == u'[';
        if (!isHome && !isPattern && letter != u'{')
            continue;
        qsizetype length = 1;
        const auto list = letter == u'{' ? braceList(text.sliced(at), length) : QStringList();
        if (letter == u'{' && list.isEmpty() && text.size() <= longestWithBraces && !text.sliced(at).contains(u'}'))
            continue;
        for (auto &value : m_values)
            value.append(text.sliced(plain, at - plain));
        if (!list.isEmpty())
            addAlternatives(list);
        else
            addUnknown(isPattern);
        at += length - 1;
        plain = at + 1;
    }
    for (auto &value : m_values)
        value.append(text.sliced(plain));
}

void ValueBuilder::add(const ShellPiece &piece)
{
    switch (piece.kind) {
    case PieceKind::Text:
        for (auto &value : m_values)
            value.append(piece.text);
        break;
    case PieceKind::Bare:
        addBare(piece.text);
        break;
    case PieceKind::Variable:
        if (const auto found = m_variables.find(piece.text); found != m_variables.end())
            addAlternatives(found->second);
        else
            addUnknown(false);
        break;
    case PieceKind::Unknown:
        addUnknown(false);
        break;
    }
    m_isAtStart = false;
}

} // namespace

void ShellValue::append(QStringView more)
{
    (isKnown ? text : end).append(more);
}

void ShellValue::appendUnknown(bool isPattern)
{
    if (isKnown && text.isEmpty() && !isPattern)
        isAnywhere = true;
    isKnown = false;
    end.clear();
}

std::vector<ShellValue> valuesOf(const ShellWord &word, const ShellVariables &variables)
{
    ValueBuilder builder(variables);
    for (const auto &piece : word.pieces)
        builder.add(piece);
    return builder.take();
}

ShellValue inFolder(const ShellValue &folder, const ShellValue &path)
{
    if (path.isAnywhere || path.text.startsWith(u'/'))
        return path;
    auto place = folder;
    if (!(folder.isKnown && folder.text.isEmpty()))
        place.append(u"/");
    if (path.isKnown) {
        place.append(path.text);
        return place;
    }
    place.append(path.text);
    place.isKnown = false;
    place.end = path.end;
    return place;
}

} // namespace Decayscope
