// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "nametree.h"

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

/// So many separators in a row still hold a name together.
constexpr int separatorsInRow = 3;
/// So far a word is looked through for what belongs to a name before it.
constexpr int unitsOfTail = 64;

/// What makers call the kinds of one model.
constexpr std::array<QStringView, 33> variants{u"air", u"base", u"chat", u"code", u"coder", u"codex", u"exp", u"fast",
    u"flash", u"free", u"haiku", u"high", u"instruct", u"large", u"latest", u"lite", u"low", u"max", u"medium", u"mini",
    u"nano", u"next", u"opus", u"oss", u"plus", u"preview", u"pro", u"reasoner", u"small", u"sonnet", u"thinking",
    u"turbo", u"ultra"};

/// Whether a word begins at a unit behind another: at its first letter, at a change between letters and digits, and at
/// the humps of "chatGPT" and "GPTClient".
bool isHump(const TextUnit &before, const TextUnit &unit, const TextUnit &after)
{
    return unit.isUpper && (!before.isUpper || (after.isLetter && !after.isUpper));
}

/// Where a name that ends before `place` really ends; nothing where it is but the beginning of another word.
template <typename Text>
std::optional<qsizetype> endOfWord(Text text, qsizetype place, const TextUnit &last)
{
    const auto next = unitAt(text, place);
    if (!next.isWord())
        return place;
    if (next.isDigit)
        return last.isDigit ? std::nullopt : std::optional(place);
    const auto after = unitAt(text, place + next.length);
    if (last.isDigit || isHump(last, next, after))
        return place;
    if (next.folded == U's' && !after.isWord())
        return place + next.length;
    return {};
}

template <typename Text>
qsizetype endOfRun(Text text, qsizetype place)
{
    auto unit = unitAt(text, place);
    while (unit.isWord()) {
        place += unit.length;
        unit = unitAt(text, place);
    }
    return place;
}

/// Whether the word at a place tells a version or variant: "4o", "sonnet", behind hyphens also "v2".
template <typename Text>
bool tellsVersion(Text text, qsizetype place, bool isBehindPoint)
{
    QString word;
    bool hasDigit = false;
    for (int i = 0; i < unitsOfTail; ++i) {
        const auto unit = unitAt(text, place);
        if (!unit.isWord())
            break;
        if (i == 0 && unit.isDigit)
            return true;
        hasDigit = hasDigit || unit.isDigit;
        word.append(QStringView(QChar::fromUcs4(unit.folded)));
        place += unit.length;
    }
    return !isBehindPoint && (hasDigit || std::ranges::contains(variants, QStringView(word)));
}

/// Takes version and variant along: "-3-5-sonnet", "4o", ".1".
template <typename Text>
qsizetype withTail(Text text, qsizetype end, bool endsInDigit)
{
    auto next = unitAt(text, end);
    if (next.isDigit || (next.isLetter && endsInDigit))
        end = endOfRun(text, end);
    for (;;) {
        next = unitAt(text, end);
        const auto isPoint = next.character == U'.';
        if (!isPoint && next.character != U'-' && next.character != U'_')
            return end;
        if (!tellsVersion(text, end + next.length, isPoint))
            return end;
        end = endOfRun(text, end + next.length);
    }
}

} // namespace

NameTree::NameTree()
    : m_nodes(1)
{ }

void NameTree::add(QStringView name)
{
    int node = 0;
    TextUnit last;
    bool wasSeparator = false;
    for (qsizetype place = 0; place < name.size();) {
        const auto unit = unitAt(name, place);
        place += unit.length;
        if (!unit.isWord()) {
            wasSeparator = true;
            continue;
        }
        const auto isJoint = wasSeparator || (last.isWord() && last.isDigit != unit.isDigit);
        if (node != 0 && isJoint)
            node = grownSeparator(node);
        node = grown(node, unit.folded);
        last = unit;
        wasSeparator = false;
    }
    if (node != 0)
        m_nodes[static_cast<std::size_t>(node)].isEnd = true;
}

int NameTree::child(int node, char32_t letter) const
{
    const auto &children = m_nodes[static_cast<std::size_t>(node)].children;
    const auto found = children.find(letter);
    return found == children.end() ? -1 : found->second;
}

int NameTree::grown(int node, char32_t letter)
{
    if (const auto known = child(node, letter); known >= 0)
        return known;
    const auto added = static_cast<int>(m_nodes.size());
    m_nodes.emplace_back();
    m_nodes[static_cast<std::size_t>(node)].children.emplace(letter, added);
    return added;
}

int NameTree::grownSeparator(int node)
{
    if (const auto known = m_nodes[static_cast<std::size_t>(node)].separator; known >= 0)
        return known;
    const auto added = static_cast<int>(m_nodes.size());
    m_nodes.emplace_back();
    m_nodes[static_cast<std::size_t>(node)].separator = added;
    return added;
}

std::vector<int> NameTree::behindSeparator(const std::vector<int> &nodes) const
{
    std::vector<int> next;
    for (const auto node : nodes) {
        if (const auto separator = m_nodes[static_cast<std::size_t>(node)].separator; separator >= 0)
            next.push_back(separator);
    }
    return next;
}

std::vector<int> NameTree::behindLetter(const std::vector<int> &nodes, char32_t letter) const
{
    std::vector<int> next;
    const auto take = [&](int node) {
        if (const auto found = child(node, letter); found >= 0)
            next.push_back(found);
    };
    for (const auto node : nodes) {
        take(node);
        if (const auto separator = m_nodes[static_cast<std::size_t>(node)].separator; separator >= 0)
            take(separator);
    }
    return next;
}

bool NameTree::hasEnd(const std::vector<int> &nodes) const
{
    return std::ranges::any_of(nodes, [&](int node) { return m_nodes[static_cast<std::size_t>(node)].isEnd; });
}

template <typename Text>
std::optional<qsizetype> NameTree::endOfName(Text text, qsizetype place, const TextUnit &first) const
{
    std::optional<qsizetype> end;
    bool endsInDigit = false;
    std::vector<int> nodes{0};
    int separators = 0;
    auto unit = first;
    while (!nodes.empty()) {
        if (unit.isWord()) {
            nodes = behindLetter(nodes, unit.folded);
            separators = 0;
        } else if (!unit.isSeparator || ++separators > separatorsInRow) {
            break;
        } else if (separators == 1) {
            nodes = behindSeparator(nodes);
        }
        place += unit.length;
        if (unit.isWord() && hasEnd(nodes)) {
            if (const auto wordEnd = endOfWord(text, place, unit)) {
                end = wordEnd;
                endsInDigit = unit.isDigit;
            }
        }
        unit = unitAt(text, place);
    }
    return end.transform([&](qsizetype found) { return withTail(text, found, endsInDigit); });
}

template std::optional<qsizetype> NameTree::endOfName(QStringView, qsizetype, const TextUnit &) const;
template std::optional<qsizetype> NameTree::endOfName(QByteArrayView, qsizetype, const TextUnit &) const;

} // namespace Decayscope
