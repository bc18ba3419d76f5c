// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "javascriptvalues.h"

#include "javascripttext.h"

#include <algorithm>
#include <array>
#include <ranges>

namespace Decayscope {

namespace {

using Kind = JavaScriptKind;
using Field = JavaScriptField;

constexpr std::size_t longestCode = 160;

bool isJoining(std::string_view sign)
{
    return sign == "+";
}

bool isChoosing(std::string_view sign)
{
    return sign == "||" || sign == "??";
}

} // namespace

int JavaScriptValues::innerOf(int node) const
{
    switch (m_tree->kind(node)) {
    case Kind::Parenthesized:
    case Kind::Await:
    case Kind::As:
    case Kind::NonNull:
        return m_tree->firstChild(node);
    case Kind::TypeAssertion:
    case Kind::Sequence:
        return m_tree->lastChild(node);
    case Kind::Assignment:
        return m_tree->child(node, Field::Right);
    case Kind::Binary:
        return m_tree->text(m_tree->child(node, Field::Operator)) == "&&" ? m_tree->child(node, Field::Right) : -1;
    default:
        return -1;
    }
}

int JavaScriptValues::unwrapped(int node) const
{
    for (int inner = innerOf(node); inner >= 0 && m_limits->takeStep(); inner = innerOf(node))
        node = inner;
    return node;
}

MemberChain JavaScriptValues::chainOf(int node) const
{
    std::vector<std::string> members;
    node = unwrapped(node);
    while (m_tree->kind(node) == Kind::Member || m_tree->kind(node) == Kind::Subscript) {
        const auto key = keyOf(node);
        members.push_back(key.empty() ? "*" : key);
        node = unwrapped(m_tree->child(node, Field::Object));
    }
    const auto name = nameText(*m_tree, node);
    MemberChain chain{.text = std::string(name), .start = name.empty() ? node : -1};
    for (const auto &member : members | std::views::reverse)
        chain.text += '.' + member;
    return chain;
}

MemberChain JavaScriptValues::calleeOf(int call) const
{
    return chainOf(m_tree->child(call, m_tree->kind(call) == Kind::New ? Field::Constructor : Field::Function));
}

std::string JavaScriptValues::nameOfStart(const MemberChain &chain) const
{
    const auto kind = m_tree->kind(chain.start);
    if (kind != Kind::Call && kind != Kind::New)
        return {};
    const auto callee = calleeOf(chain.start);
    const auto module = requiredModule(chain.start);
    return module ? (callee.start < 0 && callee.text == "require" ? "require(\"" : "import(\"") + *module + "\")"
                  : callee.text;
}

std::optional<std::string> JavaScriptValues::requiredModule(int call) const
{
    if (m_tree->kind(call) != Kind::Call)
        return std::nullopt;
    const int function = m_tree->child(call, Field::Function);
    const auto isWord = m_tree->kind(function) == Kind::ImportWord
        || (m_tree->kind(function) == Kind::Identifier && m_tree->text(function) == "require");
    const auto isMade = m_tree->kind(function) == Kind::Call && calleeOf(function).text.ends_with("createRequire");
    return isWord || isMade ? literalText(m_tree->firstChild(m_tree->child(call, Field::Arguments))) : std::nullopt;
}

bool JavaScriptValues::isImport(int node) const
{
    node = unwrapped(node);
    if (m_tree->kind(node) == Kind::Member)
        node = unwrapped(m_tree->child(node, Field::Object));
    return requiredModule(node).has_value();
}

std::optional<std::string> JavaScriptValues::literalText(int node) const
{
    const auto kind = m_tree->kind(node);
    const auto isPlain
        = kind == Kind::String || (kind == Kind::Template && m_tree->child(node, Kind::TemplateSubstitution) < 0);
    return isPlain ? std::optional(textWithGaps(node)) : std::nullopt;
}

std::string JavaScriptValues::textWithGaps(int node) const
{
    std::string text;
    for (int part = m_tree->firstChild(node); part >= 0; part = m_tree->nextSibling(part))
        text += m_tree->kind(part) == Kind::TemplateSubstitution ? "{}" : pieceOfText(*m_tree, part);
    return text;
}

std::string JavaScriptValues::keyOf(int node) const
{
    constexpr std::array all{Field::Property, Field::Index, Field::Key, Field::Name};
    const auto *found = std::ranges::find_if(all, [this, node](Field each) { return m_tree->child(node, each) >= 0; });
    if (found == all.end())
        return {};
    int key = m_tree->child(node, *found);
    if (m_tree->kind(key) == Kind::ComputedName)
        key = m_tree->firstChild(key);
    else if (*found != Field::Index && m_tree->kind(key) == Kind::Identifier)
        return std::string(m_tree->text(key));
    if (m_tree->kind(key) == Kind::Number)
        return std::string(m_tree->text(key));
    return literalText(key).value_or(std::string());
}

std::string JavaScriptValues::codeOf(int node) const
{
    while (m_tree->kind(node) == Kind::Parenthesized && m_limits->takeStep())
        node = m_tree->firstChild(node);
    return asOneLine(m_tree->text(node), longestCode);
}

SourceValue JavaScriptValues::valueOf(int node, int depth) const
{
    node = unwrapped(node);
    SourceValue value{.line = m_tree->at(node).line};
    if (depth > deepestSyntax)
        m_limits->leaveOut();
    else if (node >= 0 && m_limits->take())
        fillIn(&value, node, depth + 1);
    return value;
}

std::vector<SourceValue> JavaScriptValues::valuesOf(const std::vector<int> &nodes, int depth) const
{
    std::vector<SourceValue> values;
    values.reserve(nodes.size());
    for (const int node : nodes)
        values.push_back(valueOf(node, depth));
    return values;
}

void JavaScriptValues::fillIn(SourceValue *value, int node, int depth) const
{
    const auto line = value->line;
    switch (m_tree->kind(node)) {
    case Kind::String:
    case Kind::Template:
        *value = templateOf(node, depth);
        break;
    case Kind::Number:
        *value = {.kind = SourceValueKind::Number, .text = std::string(m_tree->text(node))};
        break;
    case Kind::Boolean:
        *value = {.kind = SourceValueKind::Boolean, .text = std::string(m_tree->text(node))};
        break;
    case Kind::Nothing:
        value->kind = SourceValueKind::Nothing;
        break;
    case Kind::Unary:
        *value = unaryOf(node, depth);
        break;
    case Kind::Binary:
        *value = binaryOf(node, depth);
        break;
    case Kind::Ternary:
        *value = {.kind = SourceValueKind::Either,
            .text = codeOf(m_tree->child(node, Field::Condition)),
            .items
            = valuesOf({m_tree->child(node, Field::Consequence), m_tree->child(node, Field::Alternative)}, depth)};
        break;
    case Kind::Array:
        *value = {.kind = SourceValueKind::List, .items = valuesOf(m_tree->children(node), depth)};
        break;
    case Kind::Object:
        *value = mapOf(node, depth);
        break;
    case Kind::Call:
    case Kind::New:
        *value = callOf(node, calleeOf(node), depth);
        addReceiver(value, calleeOf(node), depth);
        break;
    default:
        *value = nameOf(chainOf(node), depth);
    }
    value->line = line;
}

SourceValue JavaScriptValues::nameOf(const MemberChain &chain, int depth) const
{
    SourceValue name{.kind = SourceValueKind::Name, .text = chain.text};
    if (chain.text.empty() || !m_limits->take(chain.text.size())
        || (chain.start >= 0 && !addReceiver(&name, chain, depth)))
        return {};
    return name;
}

/// What a chain that begins with a call is asked of; of long chains only the last members.
bool JavaScriptValues::addReceiver(SourceValue *value, const MemberChain &chain, int depth) const
{
    constexpr int membersWeight = 8;
    if (chain.start < 0 || depth + membersWeight > deepestSyntax)
        return false;
    auto receiver = valueOf(chain.start, depth + membersWeight);
    const auto isKnown = receiver.kind != SourceValueKind::Unknown;
    if (isKnown)
        value->entries.emplace(value->entries.begin(), ".", std::move(receiver));
    return isKnown;
}

SourceValue JavaScriptValues::callOf(int call, const MemberChain &callee, int depth) const
{
    const int arguments = m_tree->child(call, Field::Arguments);
    const auto isTag = m_tree->kind(arguments) == Kind::Template;
    SourceValue value{.kind = SourceValueKind::Call, .text = callee.text, .line = m_tree->at(call).line};
    if (m_limits->take(callee.text.size()))
        value.items = valuesOf(isTag ? std::vector{arguments} : m_tree->children(arguments), depth);
    return value;
}

SourceValue JavaScriptValues::templateOf(int node, int depth) const
{
    SourceValue joined{.kind = SourceValueKind::Joined};
    std::string text;
    const auto keepText = [this, &joined, &text, node] {
        if (!text.empty() && m_limits->take(text.size()))
            joined.items.push_back(
                {.kind = SourceValueKind::Text, .text = std::move(text), .line = m_tree->at(node).line});
        text.clear();
    };
    if (auto literal = literalText(node))
        return {.kind = SourceValueKind::Text, .text = m_limits->take(literal->size()) ? *literal : std::string()};
    for (int part = m_tree->firstChild(node); part >= 0; part = m_tree->nextSibling(part)) {
        if (m_tree->kind(part) != Kind::TemplateSubstitution) {
            text += pieceOfText(*m_tree, part);
            continue;
        }
        keepText();
        joined.items.push_back(valueOf(m_tree->firstChild(part), depth));
    }
    keepText();
    return joined;
}

/// Chains of one sign are trees that lean to the left, of any depth.
SourceValue JavaScriptValues::binaryOf(int node, int depth) const
{
    const auto sign = m_tree->text(m_tree->child(node, Field::Operator));
    const auto belongs = isJoining(sign) ? isJoining : isChoosing;
    if (!belongs(sign))
        return {};
    std::vector<int> operands;
    while (m_tree->kind(node) == Kind::Binary && belongs(m_tree->text(m_tree->child(node, Field::Operator)))) {
        operands.push_back(m_tree->child(node, Field::Right));
        node = m_tree->child(node, Field::Left);
    }
    operands.push_back(node);
    std::ranges::reverse(operands);
    return {.kind = isJoining(sign) ? SourceValueKind::Joined : SourceValueKind::Either,
        .items = valuesOf(operands, depth)};
}

SourceValue JavaScriptValues::augmented(int assignment, std::string_view target, SourceValue value) const
{
    auto sign = m_tree->text(m_tree->child(assignment, Field::Operator));
    sign = sign.substr(0, sign.size() - std::min<std::size_t>(1, sign.size()));
    const auto line = value.line;
    if (!isJoining(sign) && !isChoosing(sign))
        return {.line = line};
    SourceValue before{.kind = SourceValueKind::Name, .text = std::string(target), .line = line};
    return {.kind = isJoining(sign) ? SourceValueKind::Joined : SourceValueKind::Either,
        .items = {std::move(before), std::move(value)},
        .line = line};
}

SourceValue JavaScriptValues::unaryOf(int node, int depth) const
{
    const auto sign = m_tree->text(m_tree->child(node, Field::Operator));
    if (sign == "void")
        return {.kind = SourceValueKind::Nothing};
    if (sign != "-" && sign != "+")
        return {};
    auto value = valueOf(m_tree->lastChild(node), depth);
    if (sign == "+")
        return value;
    if (value.kind != SourceValueKind::Number)
        return {};
    value.text.insert(0, "-");
    return value;
}

SourceValue JavaScriptValues::mapOf(int node, int depth) const
{
    SourceValue map{.kind = SourceValueKind::Map};
    for (int member = m_tree->firstChild(node); member >= 0; member = m_tree->nextSibling(member)) {
        switch (m_tree->kind(member)) {
        case Kind::Pair:
            map.entries.emplace_back(keyOf(member), valueOf(m_tree->child(member, Field::Value), depth));
            break;
        case Kind::ShorthandProperty:
            map.entries.emplace_back(std::string(m_tree->text(member)), valueOf(member, depth));
            break;
        case Kind::Spread:
            map.entries.emplace_back(std::string(), valueOf(m_tree->firstChild(member), depth));
            break;
        case Kind::Method:
            map.entries.emplace_back(keyOf(member), SourceValue{.line = m_tree->at(member).line});
            break;
        default:
            break;
        }
    }
    return map;
}

} // namespace Decayscope
