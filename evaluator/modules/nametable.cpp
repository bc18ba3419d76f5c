// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "nametable.h"

#include "projectpath.h"

#include <algorithm>
#include <set>

namespace Decayscope {

namespace {

using Kind = SourceValueKind;

constexpr std::size_t mostObjects = 8;

bool isTop(const SourceScope &scope)
{
    return scope.className.empty() && scope.functionName.empty();
}

bool isDotted(std::string_view name)
{
    return name.contains('.');
}

/// `require('x')` as a value: the module; empty for anything else.
std::string_view requiredModule(const SourceValue &value)
{
    const auto isRequire = value.kind == Kind::Call && value.text == "require" && value.items.size() == 1;
    return isRequire && value.items.front().kind == Kind::Text ? std::string_view(value.items.front().text)
                                                               : std::string_view();
}

class NameTableReader
{
public:
    NameTableReader(const ProjectFile &file, const std::vector<ModuleTarget> &targets, const ModuleFinder &find)
        : m_file(file)
        , m_facts(file.facts)
        , m_targets(targets)
        , m_find(find)
    {
        m_table.isPython = m_facts.language == SourceLanguage::Python;
    }

    NameTable read();

private:
    void readImport(const ImportFact &import, const ModuleTarget &target);
    void readWholeImport(const ImportFact &import, const ImportedName &name, const ModuleTarget &target);
    void readReExport(const ImportFact &import, const ModuleTarget &target);
    void readDefinitions();
    void readExports();
    void readExported(const AssignmentFact &fact);
    void readModuleExports(const SourceValue &value);
    void readMembers(const std::string &object);
    void passOn(const SourceValue &value);
    void give(const std::string &name, const SourceValue &value, const std::string &local);
    void readManner();
    void addLocal(const std::string &name, NameEntry &&entry);
    void addExport(const std::string &name, NameEntry entry);

    const ProjectFile &m_file;
    const FileFacts &m_facts;
    const std::vector<ModuleTarget> &m_targets;
    const ModuleFinder &m_find;
    NameTable m_table;
    std::set<std::string> m_objects; ///< Whose members were looked for, each in the whole file.
};

void NameTableReader::addLocal(const std::string &name, NameEntry &&entry)
{
    if (m_table.locals.try_emplace(name, std::move(entry)).second && m_table.isPython)
        m_table.order.push_back(name);
}

void NameTableReader::addExport(const std::string &name, NameEntry entry)
{
    if (m_table.exports.insert_or_assign(name, std::move(entry)).second)
        m_table.order.push_back(name);
}

/// `import a.b`, `import a.b as c`
void NameTableReader::readWholeImport(const ImportFact &import, const ImportedName &name, const ModuleTarget &target)
{
    const auto first = import.module.substr(0, import.module.find('.'));
    if (name.alias.empty())
        addLocal(first, {.isImport = true, .target = first == import.module ? target : m_find(first)});
    else
        addLocal(name.alias, {.isImport = true, .target = target});
}

void NameTableReader::readReExport(const ImportFact &import, const ModuleTarget &target)
{
    for (const auto &name : import.names) {
        if (name.name == "*" && (name.alias == "*" || name.alias.empty()))
            m_table.stars.push_back(target);
        else
            addExport(name.alias, {.isImport = true, .target = target, .name = name.name == "*" ? "" : name.name});
    }
    if (import.names.empty())
        m_table.stars.push_back(target);
}

void NameTableReader::readImport(const ImportFact &import, const ModuleTarget &target)
{
    if (import.form == ImportForm::ReExport)
        return readReExport(import, target);
    const auto isWhole = m_table.isPython && import.form == ImportForm::Module;
    if (isWhole && import.names.empty())
        return readWholeImport(import, {}, target);
    for (const auto &name : import.names) {
        if (isWhole)
            readWholeImport(import, name, target);
        else if (name.name == "*" && name.alias == "*")
            m_table.stars.push_back(target);
        else if (name.alias.empty())
            continue;
        else if (name.name == "*")
            addLocal(name.alias, {.isImport = true, .target = target});
        else
            addLocal(name.alias, {.isImport = true, .target = target, .name = name.name});
    }
}

void NameTableReader::readDefinitions()
{
    for (const auto &fact : m_facts.classes) {
        if (isTop(fact.scope))
            addLocal(fact.name, {.name = fact.name});
    }
    for (const auto &fact : m_facts.functions) {
        if (isTop(fact.scope) && !fact.name.empty())
            addLocal(fact.name, {.name = fact.name});
    }
    for (const auto isOuter : {true, false}) {
        for (const auto &fact : m_facts.assignments) {
            const auto isAlias = fact.value.kind == Kind::Name;
            if (isTop(fact.scope) != isOuter || isDotted(fact.target) || fact.target == "return"
                || (!isOuter && !isAlias))
                continue;
            addLocal(fact.target, {.name = fact.target, .alias = isAlias ? fact.value.text : std::string()});
        }
    }
}

/// Passes on all that a value has: `...require('./a')`, `module.exports = api`.
void NameTableReader::passOn(const SourceValue &value)
{
    if (const auto module = requiredModule(value); !module.empty())
        m_table.stars.push_back(m_find(module));
    if (value.kind != Kind::Name)
        return;
    const auto local = m_table.locals.find(value.text);
    if (local != m_table.locals.end() && local->second.isImport
        && (local->second.name.empty() || local->second.name == "default"))
        m_table.stars.push_back(local->second.target);
}

/// A name that is given for a value; `local` where the value has no name of its own.
void NameTableReader::give(const std::string &name, const SourceValue &value, const std::string &local)
{
    if (const auto module = requiredModule(value); !module.empty())
        addExport(name, {.isImport = true, .target = m_find(module)});
    else
        addExport(name, {.name = local, .alias = value.kind == Kind::Name ? value.text : std::string()});
}

void NameTableReader::readModuleExports(const SourceValue &value)
{
    if (value.kind == Kind::Map) {
        for (const auto &[key, item] : value.entries) {
            if (key.empty())
                passOn(item);
            else
                give(key, item, key);
        }
        return;
    }
    passOn(value);
    if (value.kind == Kind::Name || !requiredModule(value).empty())
        give("default", value, value.text);
    if (value.kind == Kind::Name && m_objects.insert(value.text).second && m_objects.size() <= mostObjects)
        readMembers(value.text);
    if (value.kind == Kind::Call && value.text == "Object.assign")
        std::ranges::for_each(value.items, [this](const SourceValue &item) { passOn(item); });
}

/// `db.User = User` before `module.exports = db`.
void NameTableReader::readMembers(const std::string &object)
{
    for (const auto &fact : m_facts.assignments) {
        const std::string_view target = fact.target;
        if (!isTop(fact.scope) || !target.starts_with(object + '.'))
            continue;
        const std::string member(target.substr(object.size() + 1));
        const auto imported = m_table.locals.find(fact.target); // db.User = require('./user')
        if (imported != m_table.locals.end())
            addExport(member, imported->second);
        else if (!isDotted(member))
            give(member, fact.value, fact.target);
    }
}

void NameTableReader::readExported(const AssignmentFact &fact)
{
    const std::string_view target = fact.target;
    if (target == "module.exports" || target == "exports")
        return readModuleExports(fact.value);
    for (const std::string_view prefix : {"module.exports.", "exports."}) {
        const std::string member(target.starts_with(prefix) ? target.substr(prefix.size()) : std::string_view());
        if (!member.empty() && !isDotted(member))
            give(member, fact.value, member);
    }
}

void NameTableReader::readExports()
{
    for (const auto &fact : m_facts.exports)
        addExport(fact.name, {.name = fact.local.empty() ? fact.name : fact.local, .alias = fact.local});
    for (const auto &fact : m_facts.assignments) {
        if (isTop(fact.scope) && fact.target.contains("exports"))
            readExported(fact);
    }
}

void NameTableReader::readManner()
{
    const auto name = lastComponent(m_file.path);
    const auto isIndex = name == "__init__.py" || name.starts_with("index.");
    const auto isRequire = [](const CallFact &fact) { return fact.call.text == "require"; };
    m_table.isBare
        = m_facts.functions.empty() && m_facts.classes.empty() && std::ranges::all_of(m_facts.calls, isRequire);
    const auto givesImports
        = m_table.isPython ? !m_facts.imports.empty() : !m_table.stars.empty() || !m_table.exports.empty();
    m_table.isPassing = isIndex || (m_table.isBare && givesImports);
}

NameTable NameTableReader::read()
{
    for (std::size_t i = 0; i < m_facts.imports.size(); ++i)
        readImport(m_facts.imports[i], m_targets[i]);
    readDefinitions();
    if (!m_table.isPython)
        readExports();
    readManner();
    return std::move(m_table);
}

} // namespace

NameTable nameTableOf(const ProjectFile &file, const std::vector<ModuleTarget> &targets, const ModuleFinder &find)
{
    return NameTableReader(file, targets, find).read();
}

} // namespace Decayscope
