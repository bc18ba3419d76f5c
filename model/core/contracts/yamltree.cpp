// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "yamltree.h"

#include <QHash>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <exception>
#include <sstream>

namespace Decayscope {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostBytes = qsizetype{4} * 1024 * 1024;
constexpr std::size_t mostNodes = 300'000;
constexpr std::size_t mostLevels = 64;
constexpr int mostAliases = 100;
constexpr QByteArrayView signs{"[]{},:?&*!\"'-"};
constexpr qsizetype mostSigns = 500'000; ///< The parser may keep all that is inside brackets, 240 bytes a sign.
constexpr qsizetype longestFault = 200; ///< The parser may quote what it met.

/// Leaves the parser where a bound is met; never leaves this file.
class BoundMet : public std::exception
{
public:
    BoundMet(const YAML::Mark &mark, ErrorKind kind, QString sentence)
        : m_mark(mark)
        , m_kind(kind)
        , m_sentence(std::move(sentence))
    { }

    [[nodiscard]] const YAML::Mark &mark() const { return m_mark; }
    [[nodiscard]] ErrorKind kind() const { return m_kind; }
    [[nodiscard]] const QString &sentence() const { return m_sentence; }

private:
    YAML::Mark m_mark;
    ErrorKind m_kind;
    QString m_sentence;
};

/// Builds the tree from what the parser reports. An alias is the node it names, not a copy of it.
class TreeBuilder : public YAML::EventHandler
{
public:
    [[nodiscard]] std::vector<YamlNode> takeNodes() { return std::move(m_nodes); }

    void OnDocumentStart(const YAML::Mark &) override { }
    void OnDocumentEnd() override { }

    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override { name(anchor, add(mark, {})); }

    void OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        const auto named = m_anchors.constFind(anchor);
        if (named == m_anchors.cend())
            throw BoundMet(mark, ErrorKind::InvalidInput, u"an alias names the value it stands in."_s);
        if (++m_aliases > mostAliases)
            throw BoundMet(mark, ErrorKind::Refused, u"there are more than %1 aliases."_s.arg(mostAliases));
        append(*named);
    }

    void OnScalar(const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor, const std::string &value) override
    {
        const auto index = add(mark, YamlNode::Kind::Scalar);
        m_nodes[index].text = QString::fromStdString(value);
        name(anchor, index);
    }

    void OnSequenceStart(
        const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor, YAML::EmitterStyle::value) override
    {
        open(mark, anchor, YamlNode::Kind::List);
    }

    void OnSequenceEnd() override { close(); }

    void OnMapStart(
        const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor, YAML::EmitterStyle::value) override
    {
        open(mark, anchor, YamlNode::Kind::Map);
    }

    void OnMapEnd() override { close(); }

private:
    struct Level
    {
        std::size_t node;
        YAML::anchor_t anchor;
    };

    std::size_t add(const YAML::Mark &mark, YamlNode::Kind kind)
    {
        if (m_nodes.size() >= mostNodes)
            throw BoundMet(mark, ErrorKind::Refused, u"there are more than %1 values."_s.arg(mostNodes));
        const auto index = m_nodes.size();
        m_nodes.push_back({.kind = kind, .line = mark.line + 1, .column = mark.column + 1, .text = {}, .children = {}});
        append(index);
        return index;
    }

    void append(std::size_t index)
    {
        if (!m_levels.empty())
            m_nodes[m_levels.back().node].children.push_back(index);
    }

    void open(const YAML::Mark &mark, YAML::anchor_t anchor, YamlNode::Kind kind)
    {
        if (m_levels.size() >= mostLevels)
            throw BoundMet(mark, ErrorKind::Refused, u"values are nested deeper than %1 levels."_s.arg(mostLevels));
        m_levels.push_back({add(mark, kind), anchor});
    }

    void close()
    {
        name(m_levels.back().anchor, m_levels.back().node);
        m_levels.pop_back();
    }

    void name(YAML::anchor_t anchor, std::size_t index)
    {
        if (anchor != YAML::NullAnchor)
            m_anchors.insert(anchor, index);
    }

    std::vector<YamlNode> m_nodes;
    std::vector<Level> m_levels;
    QHash<YAML::anchor_t, std::size_t> m_anchors;
    int m_aliases = 0;
};

QByteArrayView withoutMark(QByteArrayView text)
{
    constexpr QByteArrayView mark{"\xEF\xBB\xBF"};
    return text.startsWith(mark) ? text.sliced(mark.size()) : text;
}

bool isJson(QByteArrayView text)
{
    const auto trimmed = text.trimmed();
    return trimmed.startsWith('{') || trimmed.startsWith('[');
}

/// The UTF-16 unit written as four hexadecimal digits after "\u" at `at`; 0 where there is none.
char32_t escapedUnit(QByteArrayView text, qsizetype at)
{
    if (at + 6 > text.size() || text[at] != '\\' || text[at + 1] != 'u')
        return 0;
    bool good = false;
    const auto unit = text.sliced(at + 2, 4).toUInt(&good, 16);
    return good ? char32_t(unit) : 0;
}

/// JSON writes characters beyond the first 65,536 as two escapes, which YAML does not know; YAML has a longer one.
QByteArray withoutSurrogates(QByteArrayView json)
{
    QByteArray text;
    text.reserve(json.size());
    for (qsizetype i = 0; i < json.size();) {
        const auto high = escapedUnit(json, i);
        const auto low = QChar::isHighSurrogate(high) ? escapedUnit(json, i + 6) : 0;
        if (QChar::isLowSurrogate(low)) {
            text += "\\U"
                + QByteArray::number(QChar::surrogateToUcs4(char16_t(high), char16_t(low)), 16).rightJustified(8, '0');
            i += 12;
            continue;
        }
        const qsizetype step = json[i] == '\\' && i + 1 < json.size() ? 2 : 1;
        text += json.sliced(i, step);
        i += step;
    }
    return text;
}

bool hasControl(QByteArrayView text)
{
    return std::ranges::any_of(text, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && c != '\n' && c != '\r' && c != '\t') || byte == 0x7f;
    });
}

/// How many characters could be signs of YAML rather than text.
qsizetype signCount(QByteArrayView text)
{
    return std::ranges::count_if(text, [](char c) { return signs.contains(c); });
}

Result<std::vector<YamlNode>> builtNodes(QByteArrayView text, const QString &origin)
{
    const auto place = [&origin](const YAML::Mark &mark) {
        return u"\"%1\" cannot be read: line %2, column %3: "_s.arg(origin).arg(mark.line + 1).arg(mark.column + 1);
    };
    TreeBuilder builder;
    try {
        std::istringstream stream((isJson(text) ? withoutSurrogates(text) : text.toByteArray()).toStdString());
        YAML::Parser parser(stream);
        if (!parser.HandleNextDocument(builder))
            return failure(ErrorKind::InvalidInput, u"\"%1\" is empty."_s.arg(origin));
        TreeBuilder second;
        if (parser.HandleNextDocument(second))
            return failure(ErrorKind::InvalidInput, u"\"%1\" holds more than one document."_s.arg(origin));
    } catch (const BoundMet &met) {
        return failure(met.kind(), place(met.mark()) + met.sentence());
    } catch (const YAML::Exception &fault) {
        return failure(
            ErrorKind::InvalidInput, place(fault.mark) + QString::fromStdString(fault.msg).left(longestFault) + u'.');
    } catch (const std::exception &fault) {
        return failure(
            ErrorKind::InvalidInput, u"\"%1\" cannot be read as YAML."_s.arg(origin), QString::fromUtf8(fault.what()));
    }
    return builder.takeNodes();
}

} // namespace

YamlTree::YamlTree(std::vector<YamlNode> nodes, QString origin)
    : m_nodes(std::move(nodes))
    , m_origin(std::move(origin))
{ }

Result<YamlTree> YamlTree::parsed(QByteArrayView text, const QString &origin)
{
    if (text.size() > mostBytes)
        return failure(ErrorKind::Refused, u"\"%1\" is larger than 4 MB."_s.arg(origin));
    if (!text.isValidUtf8())
        return failure(ErrorKind::InvalidInput, u"\"%1\" is not UTF-8. Save it as UTF-8."_s.arg(origin));
    if (hasControl(text))
        return failure(ErrorKind::InvalidInput, u"\"%1\" holds control characters; it is no text file."_s.arg(origin));
    if (signCount(text) > mostSigns)
        return failure(ErrorKind::Refused, u"\"%1\" holds too many values. Shorten it."_s.arg(origin));
    auto nodes = builtNodes(withoutMark(text), origin);
    if (!nodes)
        return std::unexpected(std::move(nodes.error()));
    if (nodes->empty())
        return failure(ErrorKind::InvalidInput, u"\"%1\" is empty."_s.arg(origin));
    return YamlTree(*std::move(nodes), origin);
}

const YamlNode *YamlTree::member(const YamlNode &map, QStringView key) const
{
    if (map.kind != YamlNode::Kind::Map)
        return nullptr;
    for (std::size_t i = 0; i + 1 < map.children.size(); i += 2) {
        if (m_nodes[map.children[i]].text == key)
            return &m_nodes[map.children[i + 1]];
    }
    return nullptr;
}

std::unexpected<Error> YamlTree::fault(const YamlNode &node, const QString &sentence) const
{
    return failure(ErrorKind::InvalidInput,
        u"\"%1\" line %2, column %3: %4"_s.arg(m_origin).arg(node.line).arg(node.column).arg(sentence));
}

} // namespace Decayscope
