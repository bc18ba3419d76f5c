// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "javascriptpatterns.h"

namespace Decayscope {

namespace {

using Kind = JavaScriptKind;
using Field = JavaScriptField;

// Patterns of patterns make ever longer paths.
constexpr int deepestPattern = 20;

class PatternReader
{
public:
    PatternReader(const JavaScriptTree &tree, const JavaScriptValues &values)
        : m_tree(&tree)
        , m_values(&values)
    { }

    void read(int pattern, const std::string &path, int depth)
    {
        if (depth > deepestPattern)
            return;
        switch (m_tree->kind(pattern)) {
        case Kind::ObjectPattern:
            readMembers(pattern, path, depth + 1);
            break;
        case Kind::ArrayPattern:
            readPlaces(pattern, path, depth + 1);
            break;
        case Kind::DefaultPattern:
            m_default = m_tree->child(pattern, Field::Right);
            read(m_tree->child(pattern, Field::Left), path, depth + 1);
            m_default = -1;
            break;
        case Kind::RestPattern:
            read(m_tree->firstChild(pattern), path, depth + 1);
            break;
        default:
            if (auto chain = m_values->chainOf(pattern); chain.start < 0)
                m_names.push_back({std::move(chain.text), path, m_default});
        }
    }

    std::vector<BoundName> take() { return std::move(m_names); }

private:
    void readMembers(int pattern, const std::string &path, int depth)
    {
        for (int part = m_tree->firstChild(pattern); part >= 0; part = m_tree->nextSibling(part)) {
            if (m_tree->kind(part) == Kind::PairPattern)
                read(m_tree->child(part, Field::Value), longer(path, m_values->keyOf(part)), depth);
            else if (m_tree->kind(part) == Kind::DefaultPattern)
                read(part, longer(path, m_tree->text(m_tree->child(part, Field::Left))), depth);
            else
                read(part, m_tree->kind(part) == Kind::RestPattern ? path : longer(path, m_tree->text(part)), depth);
        }
    }

    void readPlaces(int pattern, const std::string &path, int depth)
    {
        int place = 0;
        for (int part = m_tree->firstChild(pattern); part >= 0; part = m_tree->nextSibling(part)) {
            if (m_tree->kind(part) == Kind::Comma)
                ++place;
            else
                read(part, m_tree->kind(part) == Kind::RestPattern ? path : longer(path, std::to_string(place)), depth);
        }
    }

    static std::string longer(const std::string &path, std::string_view key)
    {
        return (path.empty() ? path : path + '.') + (key.empty() ? "*" : std::string(key));
    }

    const JavaScriptTree *m_tree;
    const JavaScriptValues *m_values;
    std::vector<BoundName> m_names;
    int m_default = -1;
};

SourceValue member(const SourceValue &value, const std::string &path)
{
    if (path.empty())
        return value;
    if (value.kind == SourceValueKind::Name)
        return {.kind = SourceValueKind::Name, .text = value.text + '.' + path, .line = value.line};
    const auto *entry = value.kind == SourceValueKind::Map ? value.entry(path) : nullptr;
    return entry == nullptr ? SourceValue{.line = value.line} : *entry;
}

} // namespace

std::vector<BoundName> boundNames(const JavaScriptTree &tree, const JavaScriptValues &values, int pattern)
{
    PatternReader reader(tree, values);
    reader.read(pattern, {}, 0);
    return reader.take();
}

SourceValue takenApart(const SourceValue &value, const BoundName &name, const JavaScriptValues &values)
{
    auto taken = member(value, name.path);
    if (name.defaultValue < 0)
        return taken;
    const auto line = taken.line;
    return {
        .kind = SourceValueKind::Either, .items = {std::move(taken), values.valueOf(name.defaultValue)}, .line = line};
}

} // namespace Decayscope
