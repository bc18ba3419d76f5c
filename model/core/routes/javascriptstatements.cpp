// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "javascriptstatements.h"

#include "literals.h"

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

constexpr qint32 longestType = 60;
constexpr int mostTargets = 4;
constexpr int longestChain = 6;

constexpr std::array<QStringView, 7> modifiers{
    u"public", u"private", u"protected", u"readonly", u"static", u"override", u"declare"};

bool isModifier(QStringView word)
{
    return std::ranges::find(modifiers, word) != modifiers.end();
}

} // namespace

void JavaScriptStatements::read(qint32 word, qint32 function, qint32 classIndex)
{
    const auto text = m_file.at(word);
    if (text == u"const" || text == u"let" || text == u"var")
        readDeclarators(word + 1, function, m_file.is(word - 1, u"export"));
    else if (text == u"import" && !m_file.is(word + 1, u"(") && !m_file.is(word + 1, u"."))
        readImport(word + 1, function);
    else if (text == u"export")
        readExport(word + 1, function);
    else if (beginsStatement(word) || (classIndex >= 0 && isModifier(m_file.at(word - 1))))
        readAssignment(word, function, classIndex);
}

void JavaScriptStatements::declare(qint32 function, const QString &name, Binding binding, qint32 start)
{
    binding.scope = function;
    if (m_file.is(start - 1, u"export"))
        m_file.exports.insert(name, binding);
    else if (m_file.is(start - 1, u"default"))
        exportDefault(binding);
    auto &names = m_file.functions[static_cast<std::size_t>(function)].names;
    if (!names.contains(name))
        names.insert(name, std::move(binding));
}

void JavaScriptStatements::exportDefault(const Binding &binding)
{
    m_file.exports.insert(QStringLiteral("default"), binding);
}

bool JavaScriptStatements::beginsStatement(qint32 index) const
{
    const auto before = m_file.at(index - 1);
    return index == 0 || before == u";" || before == u"{" || before == u"}" || before == u"export"
        || before == u"default" || before == u")" || before == u"else" || m_file.breaksStatement(index);
}

bool JavaScriptStatements::isField(qint32 start, qint32 classIndex) const
{
    return classIndex >= 0 && m_file.is(start - 1, u"=");
}

/// Behind a type that follows a name; `at` itself where none does.
qint32 JavaScriptStatements::afterType(qint32 at) const
{
    while (m_file.is(at, u"?") || m_file.is(at, u"!"))
        ++at;
    if (!m_file.is(at, u":"))
        return at;
    const auto limit = std::min(at + longestType, m_file.count());
    for (auto i = at + 1; i < limit; ++i) {
        const auto text = m_file.at(i);
        if (text == u"=" || text == u";" || text == u"," || text == u")" || text == u"}"
            || (i > at + 1 && m_file.breaksStatement(i)))
            return i;
        if (text == u"{" || text == u"(" || text == u"[")
            i = m_file.closerOf(i);
    }
    return limit;
}

void JavaScriptStatements::readDeclarators(qint32 at, qint32 function, bool isExported)
{
    while (at < m_file.count()) {
        const bool isPattern = m_file.is(at, u"{");
        if (!isPattern && !m_file.isWord(at))
            return;
        const auto equals = afterType(isPattern ? m_file.closerOf(at) + 1 : at + 1);
        const bool hasValue = m_file.is(equals, u"=");
        const auto end = hasValue ? m_file.expressionEnd(equals + 1, m_file.count()) : equals;
        const Binding value{.kind = Binding::Kind::Value, .scope = function, .value = {equals + 1, end}};
        auto &names = m_file.functions[static_cast<std::size_t>(function)].names;
        if (hasValue && isPattern)
            declarePattern(at, value, names);
        else if (hasValue && !names.contains(m_file.at(at).toString()))
            names.insert(m_file.at(at).toString(), value);
        if (hasValue && isExported && !isPattern)
            m_file.exports.insert(m_file.at(at).toString(), value);
        if (!m_file.is(end, u","))
            return;
        at = end + 1;
    }
}

/// `{ a, b: c, d = 1 }`; `whole` is what it takes apart.
void JavaScriptStatements::declarePattern(qint32 open, Binding whole, QHash<QString, Binding> &names)
{
    if (whole.kind == Binding::Kind::Value)
        whole.kind = Binding::Kind::Part;
    const auto close = m_file.closerOf(open);
    for (auto i = open + 1; i < close; i = m_file.expressionEnd(i, close) + 1) {
        if (!m_file.isWord(i))
            continue;
        const bool isRenamed = m_file.is(i + 1, u":") && m_file.isWord(i + 2);
        whole.name = m_file.at(i).toString();
        names.insert(isRenamed ? m_file.at(i + 2).toString() : whole.name, whole);
    }
}

void JavaScriptStatements::declareParameters(qint32 index)
{
    auto &function = m_file.functions[static_cast<std::size_t>(index)];
    const auto [begin, end] = function.parameters;
    qint32 number = 0;
    for (auto i = begin; i < end; ++number) {
        const bool isProperty = isModifier(m_file.at(i));
        while (i < end && (isModifier(m_file.at(i)) || m_file.is(i, u"...")))
            ++i;
        const Binding parameter{.kind = Binding::Kind::Parameter, .scope = index, .index = number};
        if (m_file.is(i, u"{"))
            declarePattern(i, parameter, function.names);
        else if (m_file.isWord(i))
            function.names.insert(m_file.at(i).toString(), parameter);
        if (isProperty && function.owner >= 0 && m_file.isWord(i))
            m_file.classes[static_cast<std::size_t>(function.owner)].fields.insert(m_file.at(i).toString(), parameter);
        i = m_file.expressionEnd(i, end) + 1;
    }
}

/// The module named by the text at a token or behind the word `from`.
QString JavaScriptStatements::moduleAfter(qint32 at) const
{
    const auto text = m_file.is(at, u"from") ? at + 1 : at;
    return m_file.isText(text) ? literalText(m_file.at(text), false).value_or(QString()) : QString();
}

void JavaScriptStatements::readImport(qint32 at, qint32 function)
{
    auto &names = m_file.functions[static_cast<std::size_t>(function)].names;
    std::vector<std::pair<QString, QString>> pairs; // local name, exported name
    if (m_file.is(at, u"type") && !m_file.is(at + 1, u"from"))
        ++at;
    if (m_file.isWord(at) && !m_file.is(at, u"from")) {
        pairs.emplace_back(m_file.at(at).toString(), QStringLiteral("default"));
        at += m_file.is(at + 1, u",") ? 2 : 1;
    }
    if (m_file.is(at, u"*") && m_file.is(at + 1, u"as")) {
        pairs.emplace_back(m_file.at(at + 2).toString(), QString());
        at += 3;
    } else if (m_file.is(at, u"{")) {
        const auto close = m_file.closerOf(at);
        for (auto i = at + 1; i < close; i = m_file.expressionEnd(i, close) + 1) {
            const bool isRenamed = m_file.is(i + 1, u"as");
            pairs.emplace_back(m_file.at(isRenamed ? i + 2 : i).toString(), m_file.at(i).toString());
        }
        at = close + 1;
    }
    const auto module = m_file.is(at, u"from") ? moduleAfter(at) : QString();
    if (module.isEmpty())
        return;
    for (const auto &[local, exported] : pairs)
        names.insert(local, {.kind = Binding::Kind::Import, .scope = 0, .module = module, .name = exported});
}

void JavaScriptStatements::readExport(qint32 at, qint32 function)
{
    if (m_file.is(at, u"default")) {
        const auto next = m_file.at(at + 1);
        const bool isDeclared
            = next == u"function" || next == u"class" || (next == u"async" && m_file.is(at + 2, u"function"));
        const auto end = m_file.expressionEnd(at + 1, m_file.count());
        if (!isDeclared)
            exportDefault({.kind = Binding::Kind::Value, .scope = function, .value = {at + 1, end}});
    } else if (m_file.is(at, u"{")) {
        readExportList(at, function);
    } else if (m_file.is(at, u"*")) {
        const bool isNamed = m_file.is(at + 1, u"as");
        const auto module = moduleAfter(at + (isNamed ? 3 : 1));
        if (isNamed)
            m_file.exports.insert(
                m_file.at(at + 2).toString(), {.kind = Binding::Kind::Import, .module = module, .name = {}});
        else
            m_file.passedOn.append(module);
    }
}

void JavaScriptStatements::readExportList(qint32 open, qint32 function)
{
    const auto close = m_file.closerOf(open);
    const auto module = m_file.is(close + 1, u"from") ? moduleAfter(close + 1) : QString();
    for (auto i = open + 1; i < close; i = m_file.expressionEnd(i, close) + 1) {
        const auto local = m_file.at(i).toString();
        const auto exported = m_file.is(i + 1, u"as") ? m_file.at(i + 2).toString() : local;
        if (module.isEmpty())
            m_file.exports.insert(exported, {.kind = Binding::Kind::Value, .scope = function, .value = {i, i + 1}});
        else
            m_file.exports.insert(exported, {.kind = Binding::Kind::Import, .module = module, .name = local});
    }
}

/// `a = b = expression`, where the targets are names joined by dots.
void JavaScriptStatements::readAssignment(qint32 at, qint32 function, qint32 classIndex)
{
    std::vector<QStringList> targets;
    for (int i = 0; i < mostTargets; ++i) {
        QStringList chain;
        auto end = at;
        while (m_file.isWord(end) && chain.size() < longestChain) {
            chain.append(m_file.at(end++).toString());
            if (!m_file.is(end, u"."))
                break;
            ++end;
        }
        if (classIndex >= 0 && chain.size() == 1)
            end = afterType(end);
        if (chain.isEmpty() || !m_file.is(end, u"="))
            break;
        targets.push_back(chain);
        at = end + 1;
    }
    if (targets.empty())
        return;
    const auto end = m_file.expressionEnd(at, m_file.count());
    const Binding value{.kind = Binding::Kind::Value, .scope = function, .value = {at, end}};
    for (const auto &target : targets) {
        if (classIndex >= 0 && target.size() == 1)
            m_file.classes[static_cast<std::size_t>(classIndex)].fields.insert(target.front(), value);
        else
            assign(target, value, function);
    }
}

void JavaScriptStatements::assign(const QStringList &target, const Binding &value, qint32 function)
{
    const auto &first = target.front();
    const bool isModule = target.size() >= 2 && first == u"module" && target.at(1) == u"exports";
    if (isModule && target.size() == 2) {
        m_file.exports.insert(QStringLiteral("="), value);
    } else if (isModule && target.size() == 3) {
        m_file.exports.insert(target.at(2), value);
    } else if (first == u"exports" && target.size() == 2) {
        m_file.exports.insert(target.at(1), value);
    } else if (first == u"this" && target.size() == 2) {
        auto around = function;
        while (around > 0 && m_file.functions[static_cast<std::size_t>(around)].owner < 0)
            around = m_file.functions[static_cast<std::size_t>(around)].parent;
        const auto owner = m_file.functions[static_cast<std::size_t>(std::max(around, 0))].owner;
        if (owner >= 0)
            m_file.classes[static_cast<std::size_t>(owner)].fields.insert(target.at(1), value);
    } else if (target.size() == 1) {
        auto &names = m_file.functions[static_cast<std::size_t>(function)].names;
        if (!names.contains(first))
            names.insert(first, value);
    } else if (target.size() == 2) {
        // A property set from outside, such as `controller.create = async …`.
        m_file.functions[static_cast<std::size_t>(function)].names.insert(first + u'.' + target.at(1), value);
    }
}

} // namespace Decayscope
