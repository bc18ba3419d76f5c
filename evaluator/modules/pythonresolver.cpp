// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pythonresolver.h"

#include "projectpath.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>

namespace Decayscope {

namespace {

constexpr std::size_t longestModule = 512;
constexpr std::string_view packageFile = "__init__.py";

/// Files that people start or install from, so that their folder holds top-level modules.
constexpr std::array<std::string_view, 7> rootFiles{
    "manage.py", "main.py", "run.py", "wsgi.py", "asgi.py", "server.py", "setup.py"};
constexpr std::size_t mostRoots = 16;

std::string asPath(std::string_view module)
{
    std::string path(module);
    std::ranges::replace(path, '.', '/');
    return path;
}

ModuleTarget package(std::string_view module)
{
    const auto dot = module.find('.');
    return {.kind = ModuleTarget::Kind::Package,
        .text = std::string(module.substr(0, dot)),
        .below = std::string(dot == std::string_view::npos ? std::string_view() : module.substr(dot + 1))};
}

} // namespace

PythonRoots likelyPythonRoots(const SourceProject &project)
{
    std::set<std::string> folders;
    for (const auto &file : project.files) {
        const std::string folder(parentFolder(file.path));
        const auto isPython = file.facts.language == SourceLanguage::Python;
        const auto isInPackage = project.file(joinedFolder(folder, packageFile)) != nullptr;
        if (isPython && !isInPackage && file.purpose != FilePurpose::Foreign && folders.size() < mostRoots
            && std::ranges::contains(rootFiles, lastComponent(file.path)))
            folders.insert(folder);
        if (isPython && lastComponent(file.path) == packageFile && !folder.empty() && folders.size() < mostRoots
            && file.purpose == FilePurpose::Production) {
            const std::string above(parentFolder(folder));
            if (!project.file(joinedFolder(above, packageFile)))
                folders.insert(above);
        }
    }
    PythonRoots roots{{""}, false};
    folders.erase("");
    std::ranges::copy(folders, std::back_inserter(roots.folders));
    roots.folders.emplace_back("src");
    return roots;
}

PythonResolver::PythonResolver(const SourceProject &project, PythonRoots roots)
    : m_project(&project)
    , m_roots(std::move(roots))
{ }

int PythonResolver::sourceAt(const std::string &path) const
{
    const auto *file = m_project->file(path);
    return file && file->purpose != FilePurpose::Foreign ? static_cast<int>(file - m_project->files.data()) : -1;
}

bool PythonResolver::hasFolder(std::string_view path) const
{
    const auto prefix = std::string(path) + '/';
    const auto found = std::ranges::lower_bound(m_project->files, prefix, {}, &ProjectFile::path);
    return found != m_project->files.end() && found->path.starts_with(prefix) && found->purpose != FilePurpose::Foreign;
}

/// A module by its path without an ending.
ModuleTarget PythonResolver::at(const std::string &path) const
{
    for (const auto &candidate : {joinedFolder(path, packageFile), path + ".py"}) {
        if (const auto file = sourceAt(candidate); file >= 0)
            return {.kind = ModuleTarget::Kind::File, .file = file};
    }
    if (path.empty() || hasFolder(path))
        return {.kind = ModuleTarget::Kind::Folder, .text = path};
    return {};
}

ModuleTarget PythonResolver::below(std::string_view folder, std::string_view dottedName) const
{
    return dottedName.size() > longestModule || dottedName.empty() ? ModuleTarget()
                                                                   : at(joinedFolder(folder, asPath(dottedName)));
}

/// `isOwn` is set where the module's first part is the project's, though the whole may be missing.
ModuleTarget PythonResolver::absoluteIn(
    std::string_view module, const std::vector<std::string> &folders, bool &isOwn) const
{
    const auto first = module.substr(0, module.find('.'));
    ModuleTarget namespacePackage;
    for (const auto &folder : folders) {
        auto target = below(folder, module);
        if (target.isFile())
            return target;
        if (namespacePackage.kind == ModuleTarget::Kind::Nothing)
            namespacePackage = std::move(target);
        isOwn = isOwn || below(folder, first).kind != ModuleTarget::Kind::Nothing;
    }
    return namespacePackage;
}

ModuleTarget PythonResolver::absolute(std::string_view module) const
{
    auto isOwn = false;
    return absoluteIn(module, m_roots.folders, isOwn);
}

ModuleTarget PythonResolver::relative(int from, std::string_view module) const
{
    const auto dots = std::min(module.find_first_not_of('.'), module.size());
    auto folder = parentFolder(m_project->files[static_cast<std::size_t>(from)].path);
    for (std::size_t i = 1; i < dots; ++i) {
        if (folder.empty())
            return {};
        folder = parentFolder(folder);
    }
    return dots == module.size() ? at(std::string(folder)) : below(folder, module.substr(dots));
}

ModuleTarget PythonResolver::resolved(int from, std::string_view module) const
{
    if (module.empty() || module.size() > longestModule)
        return {};
    if (module.starts_with('.'))
        return relative(from, module);
    auto isOwn = false;
    auto target = absoluteIn(module, m_roots.folders, isOwn);
    const std::string folder(parentFolder(m_project->files[static_cast<std::size_t>(from)].path));
    if (target.kind == ModuleTarget::Kind::Nothing && !m_roots.isKnown
        && sourceAt(joinedFolder(folder, packageFile)) < 0)
        target = absoluteIn(module, {folder}, isOwn);
    return target.kind != ModuleTarget::Kind::Nothing || isOwn ? target : package(module);
}

std::vector<int> PythonResolver::packagesOf(int file) const
{
    std::vector<int> packages;
    const std::string_view path = m_project->files[static_cast<std::size_t>(file)].path;
    for (auto folder = parentFolder(path); !folder.empty(); folder = parentFolder(folder)) {
        const auto init = sourceAt(joinedFolder(folder, packageFile));
        if (init < 0)
            break;
        if (init != file)
            packages.insert(packages.begin(), init);
    }
    return packages;
}

} // namespace Decayscope
