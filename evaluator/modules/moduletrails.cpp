// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "moduletrails.h"

#include "projectpath.h"

#include <algorithm>
#include <iterator>

namespace Decayscope {

namespace {

constexpr int deepestTrail = 16;
constexpr qint64 mostSteps = 2'000'000; ///< For a whole project.
constexpr std::size_t mostNames = 256;

using TargetKind = ModuleTarget::Kind;

std::string joinedName(std::string_view first, std::string_view second)
{
    std::string name(first);
    if (!first.empty() && !second.empty())
        name += '.';
    return name.append(second);
}

/// A way with another stop before it. One that comes back to it leads nowhere.
NameTrail behind(NameTrail::Stop stop, NameTrail trail)
{
    if (std::ranges::contains(trail.stops, stop))
        return {.stops = {std::move(stop)}};
    trail.stops.insert(trail.stops.begin(), std::move(stop));
    return trail;
}

std::string_view takeMember(std::string_view &members)
{
    const auto dot = members.find('.');
    const auto first = members.substr(0, dot);
    members = dot == std::string_view::npos ? std::string_view() : members.substr(dot + 1);
    return first;
}

} // namespace

ModuleTrails::ModuleTrails(const SourceProject &project, PythonRoots roots)
    : m_project(&project)
    , m_python(project, std::move(roots))
    , m_node(project)
    , m_known(project.files.size())
{
    m_targets.reserve(project.files.size());
    m_tables.reserve(project.files.size());
    for (int file = 0; file < std::ssize(project.files); ++file) {
        const auto &facts = project.files[index(file)].facts;
        std::vector<ModuleTarget> targets;
        targets.reserve(facts.imports.size());
        for (const auto &import : facts.imports)
            targets.push_back(find(file, import.module));
        const auto finder = [this, file](std::string_view module) { return find(file, module); };
        m_tables.push_back(nameTableOf(project.files[index(file)], targets, finder));
        m_targets.push_back(std::move(targets));
    }
}

ModuleTarget ModuleTrails::find(int file, std::string_view module) const
{
    const auto isPython = m_project->files[index(file)].facts.language == SourceLanguage::Python;
    return isPython ? m_python.resolved(file, module) : m_node.resolved(file, module);
}

const NameTrail &ModuleTrails::exported(int file, const std::string &name, int depth)
{
    static const NameTrail nothing;
    const auto known = m_known[index(file)].find(name);
    if (known != m_known[index(file)].end())
        return known->second;
    if (depth > deepestTrail || ++m_steps > mostSteps)
        return nothing;
    m_known[index(file)].emplace(name, NameTrail()); // A cycle comes back here, and finds nothing.
    return m_known[index(file)][name] = followed(file, name, depth + 1);
}

NameTrail ModuleTrails::followed(int file, const std::string &name, int depth)
{
    const auto &table = m_tables[index(file)];
    const auto &entries = table.isPython ? table.locals : table.exports;
    if (const auto entry = entries.find(name); entry != entries.end())
        return led(file, name, entry->second, depth);
    const auto &path = m_project->files[index(file)].path;
    if (table.isPython && lastComponent(path) == "__init__.py") {
        const auto module = m_python.below(parentFolder(path), name);
        if (module.isFile())
            return {.stops = {{file, name}, {module.file, {}}}};
    }
    if (auto trail = starred(file, name, depth); trail.isFound())
        return trail;
    return !table.isPython && name == "default" ? NameTrail{.stops = {{file, {}}}} : NameTrail();
}

/// Whether it is worth asking a file for a name: most files do not have it.
bool ModuleTrails::mayHave(int file, const std::string &name) const
{
    const auto &table = m_tables[index(file)];
    return !table.stars.empty() || (table.isPython ? table.locals : table.exports).contains(name)
        || lastComponent(m_project->files[index(file)].path) == "__init__.py";
}

NameTrail ModuleTrails::starred(int file, const std::string &name, int depth)
{
    const ModuleTarget *package = nullptr;
    for (const auto &star : m_tables[index(file)].stars) {
        if (++m_steps > mostSteps)
            return {};
        if (star.kind == TargetKind::Package)
            package = &star;
        if (!star.isFile() || !mayHave(star.file, name))
            continue;
        if (const auto &trail = exported(star.file, name, depth); trail.isFound())
            return behind({file, name}, trail);
    }
    if (!package)
        return {};
    return {.stops = {{file, name}}, .end = *package, .name = joinedName(package->below, name)};
}

NameTrail ModuleTrails::led(int file, const std::string &name, const NameEntry &entry, int depth)
{
    if (entry.isImport)
        return imported(file, name, entry, depth);
    const auto &locals = m_tables[index(file)].locals;
    auto alias = std::string_view(entry.alias);
    if (alias.empty() || depth > deepestTrail)
        return {.stops = {{file, entry.name}}};
    const auto first = locals.find(std::string(takeMember(alias)));
    if (first == locals.end() || (&first->second == &entry && alias.empty()))
        return {.stops = {{file, entry.name}}};
    if (!first->second.isImport && first->second.alias.empty())
        return {.stops = {{file, entry.alias}}};
    return below(led(file, name, first->second, depth + 1), alias, depth + 1);
}

NameTrail ModuleTrails::imported(int file, const std::string &name, const NameEntry &entry, int depth)
{
    const NameTrail::Stop here{file, name};
    const auto &target = entry.target;
    switch (target.kind) {
    case TargetKind::Nothing:
        return {.stops = {here}};
    case TargetKind::Package:
        return {.stops = {here}, .end = target, .name = joinedName(target.below, entry.name)};
    case TargetKind::Folder: {
        NameTrail trail{.stops = {here}, .end = target};
        return entry.name.empty() ? trail : below(std::move(trail), entry.name, depth);
    }
    case TargetKind::File:
        break;
    }
    if (entry.name.empty())
        return {.stops = {here, {target.file, {}}}};
    if (target.file == file) { // `from . import x` in the package's own __init__
        const auto module = m_python.below(parentFolder(m_project->files[index(file)].path), entry.name);
        return module.isFile() ? NameTrail{.stops = {here, {module.file, {}}}} : NameTrail{.stops = {here}};
    }
    auto trail = given(target.file, entry.name, depth);
    return trail.isFound() ? behind(here, std::move(trail)) : NameTrail{.stops = {here, {target.file, entry.name}}};
}

/// The way on from a name to its members.
NameTrail ModuleTrails::below(NameTrail trail, std::string_view members, int depth)
{
    while (!members.empty() && ++m_steps <= mostSteps) {
        if (trail.end.kind == TargetKind::Package) {
            trail.name = joinedName(trail.name == "default" ? std::string_view() : trail.name, members);
            return trail;
        }
        if (trail.end.kind == TargetKind::Folder) {
            trail.end = m_python.below(trail.end.text, takeMember(members));
            if (trail.end.kind == TargetKind::Nothing)
                return {};
            if (trail.end.isFile())
                trail.stops.push_back({trail.end.file, {}}), trail.end = {};
            continue;
        }
        if (trail.stops.empty())
            return trail;
        auto &last = trail.stops.back();
        const auto all = members;
        const std::string member(takeMember(members));
        const auto isWhole = last.name.empty() || last.name == "default" || last.name == "module.exports";
        const auto further = isWhole ? exported(last.file, member, depth) : NameTrail();
        if (!further.isFound()) {
            last.name = joinedName(last.name, all);
            return trail;
        }
        trail.stops.pop_back();
        std::ranges::copy(further.stops, std::back_inserter(trail.stops));
        trail.end = further.end;
        trail.name = further.name;
    }
    return trail;
}

NameTrail ModuleTrails::given(int file, std::string_view dottedName, int depth)
{
    auto members = dottedName;
    const std::string first(takeMember(members));
    return below(exported(file, first, depth), members, depth);
}

NameTrail ModuleTrails::local(int file, std::string_view dottedName, int depth)
{
    constexpr std::size_t longestName = 512;
    if (dottedName.size() > longestName)
        return {};
    auto members = dottedName;
    const std::string first(takeMember(members));
    const auto &table = m_tables[index(file)];
    const auto entry = table.locals.find(first);
    if (entry != table.locals.end())
        return below(led(file, first, entry->second, depth), members, depth);
    return table.isPython ? below(starred(file, first, depth), members, depth) : NameTrail();
}

void ModuleTrails::addNames(int file, std::vector<std::string> &names, int depth)
{
    const auto &table = m_tables[index(file)];
    for (const auto &name : table.order) {
        if (names.size() >= mostNames || ++m_steps > mostSteps)
            return;
        if (!table.isPython || !name.starts_with('_'))
            names.push_back(name);
    }
    for (const auto &star : table.stars) {
        if (star.isFile() && depth < deepestTrail && names.size() < mostNames && ++m_steps <= mostSteps)
            addNames(star.file, names, depth + 1);
    }
}

std::vector<std::string> ModuleTrails::namesOf(int file)
{
    std::vector<std::string> names;
    addNames(file, names, 0);
    std::ranges::sort(names);
    names.erase(std::ranges::unique(names).begin(), names.end());
    return names;
}

} // namespace Decayscope
