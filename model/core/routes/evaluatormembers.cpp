// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evaluator.h"

#include <algorithm>

namespace Decayscope {

namespace {

constexpr std::size_t longestLineage = 8;

} // namespace

Value Evaluator::property(const Value &object, const QString &name)
{
    const auto &code = m_project.file(object.file);
    const auto close = code.closerOf(object.index);
    Value spread;
    for (auto i = object.index + 1; i < close;) {
        const auto end = code.expressionEnd(i, close);
        ++m_effort;
        if (code.is(i, u"...") && !spread.isKnown())
            spread = member(valueOf(object.file, i + 1, end), name);
        auto key = i;
        while (code.isWord(key + 1) && key + 1 < end && (code.is(key, u"async") || code.is(key, u"get")))
            ++key;
        const auto isKey = code.isText(key) ? code.at(key).sliced(1).chopped(1) == name : code.at(key) == name;
        if (isKey) {
            const auto method = code.functionAt.constFind(key);
            if (code.is(key + 1, u":"))
                return valueOf(object.file, key + 2, end);
            if (method != code.functionAt.constEnd())
                return {.kind = Value::Kind::Function, .file = object.file, .index = *method};
            if (key + 1 >= end)
                return nameAt(object.file, name, key);
        }
        i = std::max(end, i) + 1;
    }
    return spread;
}

Value Evaluator::classMember(const Value &classValue, const QString &name)
{
    for (const auto &ancestor : lineageOf(classValue)) {
        const auto &found = classOf(ancestor);
        if (const auto method = found.methods.constFind(name); method != found.methods.constEnd())
            return {.kind = Value::Kind::Function, .file = ancestor.file, .index = *method};
        if (const auto field = found.fields.constFind(name); field != found.fields.constEnd())
            return valueOfBinding(ancestor.file, *field);
    }
    return {};
}

std::vector<Value> Evaluator::lineageOf(const Value &classValue)
{
    std::vector<Value> lineage{classValue};
    for (std::size_t i = 0; i < lineage.size() && lineage.size() < longestLineage; ++i) {
        const auto [file, bases] = std::pair(lineage[i].file, classOf(lineage[i]).bases);
        const auto &code = m_project.file(file);
        for (auto at = bases.begin; at < bases.end && lineage.size() < longestLineage;) {
            const auto end = code.expressionEnd(at, bases.end);
            const auto base = valueOf(file, at, end);
            if (base.is(Value::Kind::Class) && std::ranges::find(lineage, base) == lineage.end())
                lineage.push_back(base);
            at = std::max(end, at) + 1;
        }
    }
    return lineage;
}

} // namespace Decayscope
