// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "moduleedges.h"

#include "modulestrings.h"
#include "usednames.h"

#include <algorithm>
#include <iterator>

namespace Decayscope {

namespace {

using TargetKind = ModuleTarget::Kind;

constexpr std::size_t mostLoaded = 20'000; ///< Files loaded by folder, in all.
constexpr std::size_t mostSpread = 50'000; ///< Names that whole modules were taken apart to, in all.

/// Reads the imports of one file after the other.
class EdgeReader
{
public:
    EdgeReader(const SourceProject &project, ModuleTrails &trails)
        : m_project(project)
        , m_trails(trails)
    {
        m_all.runs.resize(project.files.size());
    }

    ModuleEdges read();

private:
    void readFile(int file);
    void readImport(const ImportFact &import, const ModuleTarget &target);
    void readName(const ImportedName &name, const ModuleTarget &target);
    void readWhole(int file, const std::string &alias);
    void spread(int file, const std::vector<std::string> &names, std::size_t fewestStops);
    void readLoads();
    void addTrail(const NameTrail &trail, const std::string &alias);
    void addEdge(int to, std::vector<int> through, std::optional<ImportedName> name);
    void addRun(int file);
    [[nodiscard]] std::vector<std::string> membersOf(const std::string &alias);

    const SourceProject &m_project;
    ModuleTrails &m_trails;
    ModuleEdges m_all;
    int m_file = 0;
    const ImportFact *m_import = nullptr;
    std::size_t m_first = 0; ///< Of the edges of the import at hand.
    std::optional<UsedNames> m_used; ///< Of the file at hand.
    std::size_t m_loaded = 0;
    FolderBudget m_folders;
    std::size_t m_spread = 0;
};

void EdgeReader::addRun(int file)
{
    if (m_import && m_import->isTypeOnly)
        return;
    auto &runs = m_all.runs[static_cast<std::size_t>(m_file)];
    if (runs.empty() || runs.back() != file)
        runs.push_back(file);
    if (m_project.files[static_cast<std::size_t>(file)].facts.language == SourceLanguage::Python)
        std::ranges::copy(m_trails.python().packagesOf(file), std::back_inserter(runs));
}

/// Adds a name to the edge of this import that leads to the same place the same way, or a new edge.
void EdgeReader::addEdge(int to, std::vector<int> through, std::optional<ImportedName> name)
{
    constexpr std::size_t mostCompared = 64;
    if (to == m_file)
        return;
    const auto isWhole = !name || name->name.empty();
    const auto from = m_all.edges.size() - std::min(m_all.edges.size() - m_first, mostCompared);
    for (auto i = from; i < m_all.edges.size(); ++i) {
        auto &edge = m_all.edges[i];
        if (edge.to != to || edge.through != through || edge.names.empty() != isWhole)
            continue;
        if (!isWhole)
            edge.names.push_back(std::move(*name));
        return;
    }
    ModuleEdge edge{.from = m_file,
        .to = to,
        .line = m_import->line,
        .module = m_import->module,
        .names = {},
        .isTypeOnly = m_import->isTypeOnly,
        .through = std::move(through)};
    if (!isWhole)
        edge.names.push_back(std::move(*name));
    m_all.edges.push_back(std::move(edge));
}

/// The edge to the first file of a way that does not only pass the name on.
void EdgeReader::addTrail(const NameTrail &trail, const std::string &alias)
{
    if (trail.stops.empty())
        return;
    std::vector<int> through;
    std::size_t at = 0;
    for (; at + 1 < trail.stops.size(); ++at) {
        const auto file = trail.stops[at].file;
        addRun(file);
        if (!m_trails.table(file).isPassing || (trail.stops[at + 1].file == m_file && file != m_file))
            break;
        if (!std::ranges::contains(through, file) && trail.stops[at + 1].file != file && file != m_file)
            through.push_back(file);
    }
    const auto &stop = trail.stops[at];
    addRun(stop.file);
    if (at + 1 < trail.stops.size()) // What stands behind it runs because of it.
        addRun(trail.stops.back().file);
    addEdge(stop.file, std::move(through), ImportedName{stop.name, alias});
}

std::vector<std::string> EdgeReader::membersOf(const std::string &alias)
{
    if (!m_used)
        m_used.emplace(m_project.files[static_cast<std::size_t>(m_file)].facts);
    return m_used->membersOf(alias);
}

/// The places of names of a module that only passes them on; `fewestStops` is 2 where its own names are left out.
void EdgeReader::spread(int file, const std::vector<std::string> &names, std::size_t fewestStops)
{
    for (const auto &name : names) {
        if (++m_spread > mostSpread)
            return;
        if (const auto &trail = m_trails.exported(file, name); trail.stops.size() >= fewestStops)
            addTrail(trail, name);
    }
}

/// An import of a whole module; `alias` is its name in this file, or empty.
void EdgeReader::readWhole(int file, const std::string &alias)
{
    addRun(file);
    const auto &table = m_trails.table(file);
    if (table.isPassing) {
        const auto members = alias.empty() ? std::vector<std::string>() : membersOf(alias);
        if (!members.empty())
            spread(file, members, 1);
        else if (table.isBare)
            spread(file, m_trails.namesOf(file), 2);
    }
    if (m_first == m_all.edges.size())
        addEdge(file, {}, std::nullopt);
}

void EdgeReader::readName(const ImportedName &name, const ModuleTarget &target)
{
    if (target.kind == TargetKind::Folder) {
        const auto module = m_trails.python().below(target.text, name.name == "*" ? std::string() : name.name);
        if (module.isFile())
            readWhole(module.file, name.alias);
        else if (name.name == "*" || module.kind == TargetKind::Folder)
            for (const auto &member : membersOf(name.alias)) {
                const auto &folder = module.kind == TargetKind::Folder ? module.text : target.text;
                if (const auto inner = m_trails.python().below(folder, member); inner.isFile())
                    addRun(inner.file), addEdge(inner.file, {}, std::nullopt);
            }
        return;
    }
    addRun(target.file);
    if (name.name == "*")
        return readWhole(target.file, name.alias == "*" ? std::string() : name.alias);
    const auto trail = m_trails.given(target.file, name.name);
    const auto isModule = trail.endsInFile() && trail.stops.back().name.empty();
    if (!trail.isFound())
        addEdge(target.file, {}, name);
    else if (isModule && m_trails.table(trail.stops.back().file).isPassing && trail.stops.back().file != target.file)
        addRun(trail.stops.front().file), readWhole(trail.stops.back().file, name.alias);
    else if (isModule && trail.stops.back().file == target.file && !name.alias.empty())
        readWhole(target.file, name.alias);
    else
        addTrail(trail, name.alias);
}

void EdgeReader::readImport(const ImportFact &import, const ModuleTarget &target)
{
    m_import = &import;
    m_first = m_all.edges.size();
    if (target.kind == TargetKind::Package) {
        m_all.packages.push_back({m_file, import.line, target.text, import.module, import.names, import.isTypeOnly});
        return;
    }
    if (target.kind == TargetKind::Nothing)
        return;
    if (import.names.empty() && target.isFile())
        readWhole(target.file, import.form == ImportForm::Module ? import.module : std::string());
    else if (import.names.empty())
        readName({"*", import.module}, target);
    for (const auto &name : import.names)
        readName(name, target);
}

/// Folders that the file loads as a whole.
void EdgeReader::readLoads()
{
    for (auto &loaded : loadedFolders(m_project, m_file, m_folders)) {
        const ImportFact import{.form = ImportForm::Dynamic, .module = loaded.module, .names = {}, .line = loaded.line};
        m_import = &import;
        m_first = m_all.edges.size();
        for (const auto file : loaded.files) {
            if (++m_loaded > mostLoaded)
                break;
            addRun(file);
            addEdge(file, {}, std::nullopt);
        }
    }
    m_import = nullptr;
}

void EdgeReader::readFile(int file)
{
    m_file = file;
    m_used.reset();
    const auto firstEdge = m_all.edges.size();
    const auto firstPackage = m_all.packages.size();
    const auto &facts = m_project.files[static_cast<std::size_t>(file)].facts;
    for (std::size_t i = 0; i < facts.imports.size(); ++i)
        readImport(facts.imports[i], m_trails.targets(file)[i]);
    readLoads();
    std::ranges::stable_sort(std::span(m_all.edges).subspan(firstEdge), {}, &ModuleEdge::line);
    std::ranges::stable_sort(std::span(m_all.packages).subspan(firstPackage), {}, &PackageImport::line);
}

ModuleEdges EdgeReader::read()
{
    for (int file = 0; file < std::ssize(m_project.files); ++file)
        readFile(file);
    return std::move(m_all);
}

} // namespace

ModuleEdges moduleEdgesOf(const SourceProject &project, ModuleTrails &trails)
{
    return EdgeReader(project, trails).read();
}

} // namespace Decayscope
