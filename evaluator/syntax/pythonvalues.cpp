// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pythonvalues.h"

#include "pythonchain.h"
#include "pythonjoiner.h"
#include "pythonstrings.h"

#include <algorithm>
#include <ranges>
#include <unordered_map>

namespace Decayscope {

namespace {

/// The operands of `a + b + c` from left to right: such chains are left-deep trees of any depth.
std::vector<SyntaxNode> operandsOf(const SyntaxNode &node, std::string_view type, std::string_view sign)
{
    std::vector<SyntaxNode> operands;
    auto left = node;
    for (; left.is(type) && left.child("operator").text() == sign; left = left.child("left"))
        operands.push_back(left.child("right"));
    operands.push_back(left);
    std::ranges::reverse(operands);
    return operands;
}

bool isSplat(const SyntaxNode &node)
{
    return node.is("list_splat") || node.is("parenthesized_list_splat");
}

bool isTextual(const SourceValue &value)
{
    return value.kind == SourceValueKind::Text || value.kind == SourceValueKind::Joined;
}

bool isNumber(const SourceValue &value)
{
    return value.kind == SourceValueKind::Number || value.kind == SourceValueKind::Unknown;
}

} // namespace

PythonValues::Maker PythonValues::makerFor(std::string_view type)
{
    static const std::unordered_map<std::string_view, Maker> makers{{"identifier", &PythonValues::chainValue},
        {"attribute", &PythonValues::chainValue}, {"subscript", &PythonValues::chainValue},
        {"call", &PythonValues::callValue}, {"string", &PythonValues::stringValue},
        {"concatenated_string", &PythonValues::stringValue}, {"integer", &PythonValues::numberValue},
        {"float", &PythonValues::numberValue}, {"unary_operator", &PythonValues::signedValue},
        {"true", &PythonValues::trueValue}, {"false", &PythonValues::falseValue}, {"none", &PythonValues::noneValue},
        {"parenthesized_expression", &PythonValues::innerValue}, {"await", &PythonValues::innerValue},
        {"named_expression", &PythonValues::walrusValue}, {"binary_operator", &PythonValues::binaryValue},
        {"boolean_operator", &PythonValues::booleanValue}, {"conditional_expression", &PythonValues::conditionalValue},
        {"list", &PythonValues::listValue}, {"tuple", &PythonValues::listValue}, {"set", &PythonValues::listValue},
        {"expression_list", &PythonValues::listValue}, {"dictionary", &PythonValues::mapValue}};
    const auto found = makers.find(type);
    return found == makers.end() ? nullptr : found->second;
}

SourceValue PythonValues::valueOf(const SyntaxNode &expression)
{
    const auto maker = makerFor(expression.type());
    if (maker == nullptr || m_depth >= deepestValue || m_budget->isOver())
        return made(SourceValueKind::Unknown, expression);
    ++m_depth;
    auto value = (this->*maker)(expression);
    --m_depth;
    return value;
}

SourceValue PythonValues::made(SourceValueKind kind, const SyntaxNode &node, std::string_view text)
{
    SourceValue value;
    if (m_budget->spend(sizeof(SourceValue) + text.size())) {
        value.kind = kind;
        value.text = text;
    }
    value.line = node.line();
    return value;
}

SourceValue PythonValues::chainValue(const SyntaxNode &node)
{
    const auto chain = pythonChain(node);
    if (chain.path.empty())
        return made(SourceValueKind::Unknown, node);
    auto value = made(SourceValueKind::Name, node, chain.path);
    return chain.base.isNull() || addReceiver(&value, chain.base) ? value : made(SourceValueKind::Unknown, node);
}

bool PythonValues::addReceiver(SourceValue *value, const SyntaxNode &base)
{
    auto receiver = valueOf(base);
    const auto isKnown = receiver.kind != SourceValueKind::Unknown;
    if (isKnown)
        value->entries.emplace(value->entries.begin(), ".", std::move(receiver));
    return isKnown;
}

SourceValue PythonValues::callValue(const SyntaxNode &node)
{
    auto value = callOf(node);
    const auto chain = pythonChain(node.child("function"));
    if (chain.base.isNull())
        return value;
    if (chain.path == ".format") {
        const auto text = valueOf(chain.base);
        if (text.kind == SourceValueKind::Text)
            return filledPythonFormat(text, std::move(value), m_budget);
    }
    addReceiver(&value, chain.base);
    return value;
}

SourceValue PythonValues::callOf(const SyntaxNode &call)
{
    const auto function = call.child("function");
    auto value = made(SourceValueKind::Call, call, pythonChain(function).path);
    const auto member = function.child("attribute");
    value.line = member.isNull() ? call.line() : member.line();
    const auto arguments = call.child("arguments");
    if (!arguments.is("argument_list")) {
        value.items.push_back(made(SourceValueKind::Unknown, arguments));
        return value;
    }
    for (const auto &argument : arguments.namedChildren())
        addArgument(&value, argument);
    return value;
}

void PythonValues::addArgument(SourceValue *call, const SyntaxNode &argument)
{
    if (m_budget->isOver())
        return;
    if (argument.is("keyword_argument"))
        addEntry(call, std::string(argument.child("name").text()), argument.child("value"));
    else if (argument.is("dictionary_splat"))
        addEntry(call, {}, argument.firstNamed());
    else
        call->items.push_back(valueOf(argument));
}

void PythonValues::addEntry(SourceValue *map, std::string key, const SyntaxNode &value)
{
    if (m_budget->spend(sizeof(SourceValue::Entry) + key.size()))
        map->entries.emplace_back(std::move(key), valueOf(value));
}

SourceValue PythonValues::stringValue(const SyntaxNode &node)
{
    PythonJoiner joiner;
    for (const auto &part : pythonStringParts(node)) {
        if (!part.inserted.isNull())
            joiner.add(valueOf(part.inserted));
        else if (m_budget->spend(part.text.size()))
            joiner.addText(part.text, node.line());
    }
    return m_budget->spend(sizeof(SourceValue)) ? joiner.joined(node.line()) : made(SourceValueKind::Unknown, node);
}

SourceValue PythonValues::numberValue(const SyntaxNode &node)
{
    return made(SourceValueKind::Number, node, node.text());
}

SourceValue PythonValues::trueValue(const SyntaxNode &node)
{
    return made(SourceValueKind::Boolean, node, "true");
}

SourceValue PythonValues::falseValue(const SyntaxNode &node)
{
    return made(SourceValueKind::Boolean, node, "false");
}

SourceValue PythonValues::noneValue(const SyntaxNode &node)
{
    return made(SourceValueKind::Nothing, node);
}

SourceValue PythonValues::signedValue(const SyntaxNode &node)
{
    auto value = valueOf(node.child("argument"));
    const auto sign = node.child("operator").text();
    if (value.kind != SourceValueKind::Number || (sign != "-" && sign != "+"))
        return made(SourceValueKind::Unknown, node);
    value.text.insert(0, sign == "-" ? sign : "");
    return value;
}

SourceValue PythonValues::innerValue(const SyntaxNode &node)
{
    const auto inner = unwrappedPython(node);
    return inner.is(node.type()) ? made(SourceValueKind::Unknown, node) : valueOf(inner);
}

SourceValue PythonValues::walrusValue(const SyntaxNode &node)
{
    return valueOf(node.child("value"));
}

SourceValue PythonValues::binaryValue(const SyntaxNode &node)
{
    const auto sign = node.child("operator").text();
    if (sign == "%")
        return percentValue(node);
    if (sign == "+" || sign == "/")
        return joinedValue(node, sign);
    return made(SourceValueKind::Unknown, node);
}

/// `a + b`, and of paths `folder / "file"`. Numbers are not calculated with.
SourceValue PythonValues::joinedValue(const SyntaxNode &node, std::string_view sign)
{
    std::vector<SourceValue> values;
    for (const auto &operand : operandsOf(node, "binary_operator", sign))
        values.push_back(valueOf(operand));
    const auto isPath = sign == "/";
    if (isPath ? std::ranges::none_of(values, isTextual) : std::ranges::all_of(values, isNumber))
        return made(SourceValueKind::Unknown, node);
    PythonJoiner joiner;
    for (bool isFirst = true; auto &value : values) {
        if (isPath && !std::exchange(isFirst, false))
            joiner.addText("/", node.line());
        joiner.add(std::move(value));
    }
    return joiner.joined(node.line());
}

SourceValue PythonValues::percentValue(const SyntaxNode &node)
{
    const auto left = valueOf(node.child("left"));
    if (left.kind != SourceValueKind::Text)
        return made(SourceValueKind::Unknown, node);
    return filledPythonPercent(left, valueOf(node.child("right")), m_budget);
}

SourceValue PythonValues::booleanValue(const SyntaxNode &node)
{
    if (node.child("operator").text() != "or")
        return valueOf(node.child("right"));
    auto value = made(SourceValueKind::Either, node);
    for (const auto &operand : operandsOf(node, "boolean_operator", "or"))
        value.items.push_back(valueOf(operand));
    return value;
}

SourceValue PythonValues::conditionalValue(const SyntaxNode &node)
{
    auto value = made(SourceValueKind::Either, node);
    const auto children = node.namedChildren();
    if (children.size() == 3)
        value.text = pythonCode(children.at(1));
    for (std::size_t i = 0; i < children.size(); i += 2)
        value.items.push_back(valueOf(children.at(i)));
    return value;
}

SourceValue PythonValues::listValue(const SyntaxNode &node)
{
    const auto children = node.namedChildren();
    if (std::ranges::any_of(children, isSplat))
        return splatListValue(node);
    auto value = made(SourceValueKind::List, node);
    for (const auto &child : children) {
        if (!m_budget->isOver())
            value.items.push_back(valueOf(child));
    }
    return value;
}

/// `[*a, b]` says what `a + [b]` says.
SourceValue PythonValues::splatListValue(const SyntaxNode &node)
{
    PythonJoiner joiner;
    std::vector<SourceValue> plain;
    const auto addPlain = [this, &joiner, &plain, &node] {
        if (plain.empty())
            return;
        auto list = made(SourceValueKind::List, node);
        list.items = std::exchange(plain, {});
        joiner.add(std::move(list));
    };
    for (const auto &child : node.namedChildren()) {
        if (m_budget->isOver())
            break;
        if (!isSplat(child)) {
            plain.push_back(valueOf(child));
            continue;
        }
        addPlain();
        joiner.add(valueOf(child.firstNamed()));
    }
    addPlain();
    return joiner.joined(node.line());
}

SourceValue PythonValues::mapValue(const SyntaxNode &node)
{
    auto map = made(SourceValueKind::Map, node);
    for (const auto &child : node.namedChildren()) {
        if (child.is("dictionary_splat")) {
            addEntry(&map, {}, child.firstNamed());
        } else if (child.is("pair")) {
            auto key = valueOf(child.child("key"));
            const auto isLiteral = key.kind == SourceValueKind::Text || key.kind == SourceValueKind::Number;
            addEntry(&map, isLiteral ? std::move(key.text) : std::string(), child.child("value"));
        }
    }
    return map;
}

} // namespace Decayscope
