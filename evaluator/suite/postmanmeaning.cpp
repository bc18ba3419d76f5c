// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postmanmeaning.h"

#include "postmancalls.h"
#include "postmanexpect.h"
#include "postmanoperators.h"

#include <QJsonArray>
#include <QJsonObject>

#include <ranges>

using namespace Qt::StringLiterals;

namespace Decayscope {

namespace {

using Kind = PostmanValueKind;
using Reading = PostmanReading<PostmanValue>;

constexpr qsizetype longestText = 2000;

class Evaluator
{
public:
    explicit Evaluator(const PostmanScope &scope)
        : m_scope(scope)
    { }

    Reading value(const PostmanNode &node) const
    {
        switch (node.kind) {
        case PostmanNodeKind::Name:
            return name(node);
        case PostmanNodeKind::Literal:
            return postmanLiteral(node.literal);
        case PostmanNodeKind::Array:
            return array(node);
        case PostmanNodeKind::Object:
            return object(node);
        case PostmanNodeKind::Member:
            return member(node);
        case PostmanNodeKind::Call:
            return call(node);
        case PostmanNodeKind::Unary:
            return unary(node);
        case PostmanNodeKind::Binary:
            return binary(node);
        case PostmanNodeKind::Function:
            break;
        }
        return postmanUnknown(node.line, u"a function of its own"_s);
    }

private:
    Reading name(const PostmanNode &node) const
    {
        if (const PostmanValue *known = m_scope.value(node.text))
            return *known;
        if (node.text == u"responseBody")
            return postmanValue(Kind::BodyText);
        return postmanValue(Kind::Outside, node.text);
    }

    /// Elements are written in their place, so that a short script cannot stand for a huge value.
    PostmanReading<QJsonValue> element(const PostmanNode &node) const
    {
        const Reading of = value(node);
        if (!of)
            return std::unexpected(of.error());
        const bool isLarge = of->literal.isArray() || of->literal.isObject();
        if (of->kind != Kind::Literal || (isLarge && node.kind == PostmanNodeKind::Name))
            return postmanUnknown(node.line, u"an array or object with values that are not written in it"_s);
        return of->literal;
    }

    Reading array(const PostmanNode &node) const
    {
        QJsonArray elements;
        for (const PostmanNode &part : node.parts) {
            const auto of = element(part);
            if (!of)
                return std::unexpected(of.error());
            elements.append(*of);
        }
        return postmanLiteral(elements);
    }

    Reading object(const PostmanNode &node) const
    {
        QJsonObject members;
        for (size_t i = 0; i < node.parts.size(); ++i) {
            const auto of = element(node.parts[i]);
            if (!of)
                return std::unexpected(of.error());
            members.insert(node.keys.at(qsizetype(i)), *of);
        }
        return postmanLiteral(members);
    }

    Reading member(const PostmanNode &node) const
    {
        const Reading what = value(node.parts.front());
        Reading which = what ? value(node.parts.back()) : what;
        if (!which)
            return which;
        const QJsonValue &key = which->literal;
        const bool isKey = which->kind == Kind::Literal && (key.isString() || key.isDouble());
        if (!isKey)
            return postmanUnknown(node.line, u"a key that is not written out"_s);
        return memberOf(*what, key.isString() ? key.toString() : QString::number(key.toDouble()), node.line);
    }

    Reading memberOf(const PostmanValue &what, const QString &key, int line) const
    {
        switch (what.kind) {
        case Kind::Place:
            return memberOfPlace(what, key, line);
        case Kind::Outside:
            return memberOfOutside(what, key);
        case Kind::Expectation:
            return expectationWord(what, key, line);
        case Kind::Literal:
            if (key == u"includes")
                return method(what, key);
            break;
        case Kind::BodyText:
            return postmanUnknown(line, u"responseBody."_s + key);
        case Kind::Nothing:
        case Kind::Status:
        case Kind::Variable:
        case Kind::TypeOf:
        case Kind::Method:
        case Kind::Question:
            break;
        }
        return postmanUnknown(line, u"."_s + key + u" at this place");
    }

    static PostmanValue method(PostmanValue of, const QString &name)
    {
        of.kind = Kind::Method;
        of.text = name;
        return of;
    }

    static Reading memberOfPlace(PostmanValue what, const QString &key, int line)
    {
        static const QStringList unread{u"forEach"_s, u"map"_s, u"filter"_s, u"find"_s, u"some"_s, u"every"_s,
            u"includes"_s, u"indexOf"_s, u"match"_s, u"toString"_s, u"reduce"_s, u"sort"_s, u"keys"_s};
        if (key == u"hasOwnProperty")
            return method(std::move(what), key);
        if (unread.contains(key))
            return postmanUnknown(line, u"."_s + key);
        what.place.append(key);
        if (auto path = postmanPath(what.place, line); !path)
            return std::unexpected(path.error());
        return what;
    }

    Reading memberOfOutside(const PostmanValue &what, const QString &key) const
    {
        if (what.text == u"tests") {
            if (const auto asked = m_scope.tests.constFind(key); asked != m_scope.tests.constEnd())
                return *asked;
        }
        const QString full = what.text + u'.' + key;
        if (full == u"pm.response.code" || full == u"responseCode.code")
            return postmanValue(Kind::Status);
        if (full == u"pm.response.to")
            return postmanExpectation(what, 0);
        return postmanValue(Kind::Outside, full.size() > longestText ? full.first(longestText) : full);
    }

    Reading call(const PostmanNode &node) const
    {
        Reading what = value(node.parts.front());
        if (!what)
            return what;
        if (what->kind == Kind::Outside && !isKnownPostmanFunction(what->text))
            return postmanUnknown(node.line, what->text);
        std::vector<PostmanValue> arguments;
        arguments.reserve(node.parts.size());
        for (const PostmanNode &part : node.parts | std::views::drop(1)) {
            Reading argument = value(part);
            if (!argument)
                return argument;
            arguments.push_back(std::move(*argument));
        }
        if (what->kind == Kind::Expectation)
            return expectationCall(*what, arguments, node.line);
        if (what->kind == Kind::Method)
            return postmanMethodCall(*what, arguments, node.line);
        if (what->kind == Kind::Outside)
            return postmanFunctionCall(what->text, arguments, node.line);
        return postmanUnknown(node.line, u"a call at this place"_s);
    }

    Reading unary(const PostmanNode &node) const
    {
        const PostmanNode &operand = node.parts.front();
        if (node.text == u"!" && operand.kind == PostmanNodeKind::Unary && operand.text == u"!") {
            const Reading inner = value(operand.parts.front());
            return inner ? postmanTruth(*inner, node.line) : inner;
        }
        Reading of = value(operand);
        if (!of)
            return of;
        if (node.text == u"!")
            return postmanOpposite(*of, node.line);
        if (node.text == u"-" && of->literal.isDouble())
            return postmanLiteral(-of->literal.toDouble());
        if (node.text != u"typeof" || of->kind != Kind::Place)
            return postmanUnknown(node.line, node.text + u" at this place");
        of->kind = Kind::TypeOf;
        return of;
    }

    Reading binary(const PostmanNode &node) const
    {
        const Reading left = value(node.parts.front());
        Reading right = left ? value(node.parts.back()) : left;
        if (!right)
            return right;
        return postmanOperation(*left, node.text, *right, node.line);
    }

    const PostmanScope &m_scope;
};

} // namespace

PostmanReading<PostmanValue> postmanMeaning(const PostmanNode &node, const PostmanScope &scope)
{
    return Evaluator(scope).value(node);
}

} // namespace Decayscope
