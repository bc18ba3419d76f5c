// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "noderesolver.h"

#include "projectpath.h"

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

constexpr int deepestMain = 4;
constexpr std::size_t longestModule = 1024;
constexpr std::array<std::string_view, 8> endings{".ts", ".tsx", ".js", ".jsx", ".mjs", ".cjs", ".mts", ".cts"};

/// Endings of compiled code, and those its source may have.
struct CompiledEnding
{
    std::string_view compiled;
    std::array<std::string_view, 2> sources;
};

constexpr std::array compiledEndings{CompiledEnding{".js", {".ts", ".tsx"}}, CompiledEnding{".jsx", {".tsx", ".tsx"}},
    CompiledEnding{".mjs", {".mts", ".ts"}}, CompiledEnding{".cjs", {".cts", ".ts"}}};

constexpr std::array<std::string_view, 4> compiledFolders{"dist", "build", "lib", "out"};

ModuleTarget fileTarget(int file)
{
    return {.kind = ModuleTarget::Kind::File, .file = file};
}

} // namespace

ModuleTarget nodePackageOf(std::string_view module)
{
    auto end = module.find('/');
    if (module.starts_with('@') && end != std::string_view::npos)
        end = module.find('/', end + 1);
    ModuleTarget target{.kind = ModuleTarget::Kind::Package, .text = std::string(module.substr(0, end))};
    if (end != std::string_view::npos)
        target.below = module.substr(end + 1);
    std::ranges::replace(target.below, '/', '.');
    return target;
}

NodeResolver::NodeResolver(const SourceProject &project)
    : m_project(&project)
    , m_packages(project)
    , m_configs(tsConfigsOf(project))
{ }

int NodeResolver::sourceAt(const std::string &path) const
{
    const auto *file = m_project->file(path);
    if (!file || file->purpose == FilePurpose::Foreign || file->facts.language == SourceLanguage::Python)
        return -1;
    return static_cast<int>(file - m_project->files.data());
}

/// A file whose ending is left out, or that of what it is compiled to.
int NodeResolver::sourceLike(const std::string &path) const
{
    if (const auto file = sourceAt(path); file >= 0)
        return file;
    for (const auto &ending : compiledEndings) {
        if (!path.ends_with(ending.compiled))
            continue;
        const auto stem = path.substr(0, path.size() - ending.compiled.size());
        for (const auto source : ending.sources) {
            if (const auto file = sourceAt(stem + std::string(source)); file >= 0)
                return file;
        }
    }
    for (const auto ending : endings) {
        if (const auto file = sourceAt(path + std::string(ending)); file >= 0)
            return file;
    }
    return -1;
}

int NodeResolver::folderAt(const std::string &path, int depth) const
{
    const auto *package = m_packages.in(path);
    if (package && !package->main.empty() && depth < deepestMain) {
        const auto main = pathIn(path, package->main);
        const auto file = main && *main != path ? pathAt(*main, depth + 1) : -1;
        if (file >= 0)
            return file;
    }
    return sourceLike(joinedFolder(path, "index"));
}

int NodeResolver::pathAt(const std::string &path, int depth) const
{
    if (const auto file = sourceLike(path); file >= 0)
        return file;
    if (const auto file = folderAt(path, depth); file >= 0)
        return file;
    return compiledAt(path);
}

/// The source of a file that is made from it: by the config's folders, or by names that are common.
int NodeResolver::compiledAt(std::string_view path) const
{
    const auto sourceBelow = [this, path](std::string_view out, std::string_view root) {
        if (out.empty() || !isBelow(path, out))
            return -1;
        const auto rest = path.substr(std::min(out.size() + 1, path.size()));
        const auto file = sourceLike(joinedFolder(root, rest));
        return file >= 0 ? file : sourceLike(joinedFolder(root, joinedFolder(rest, "index")));
    };
    const auto *config = configOf(parentFolder(path));
    if (config) {
        for (const auto &root : {config->rootFolder, std::string(parentFolder(config->outFolder))}) {
            if (const auto file = sourceBelow(config->outFolder, root); file >= 0)
                return file;
        }
    }
    for (auto folder = path; !folder.empty(); folder = parentFolder(folder)) {
        if (!std::ranges::contains(compiledFolders, lastComponent(folder)))
            continue;
        const auto above = parentFolder(folder);
        for (const auto &root : {joinedFolder(above, "src"), std::string(above)}) {
            if (const auto file = sourceBelow(folder, root); file >= 0)
                return file;
        }
    }
    return -1;
}

int NodeResolver::fileAt(std::string_view path) const
{
    return path.size() > longestModule ? -1 : pathAt(std::string(path), 0);
}

int NodeResolver::firstAt(const std::vector<std::string> &paths) const
{
    for (const auto &path : paths) {
        if (const auto file = fileAt(path); file >= 0)
            return file;
    }
    return -1;
}

const TsConfig *NodeResolver::configOf(std::string_view folder) const
{
    while (true) {
        const auto found = m_configs.find(folder);
        if (found != m_configs.end())
            return &found->second;
        if (folder.empty())
            return nullptr;
        folder = parentFolder(folder);
    }
}

/// A module by the aliases of configs and manifests; -1 where it has none.
int NodeResolver::aliasedAt(std::string_view folder, std::string_view module) const
{
    const auto *config = configOf(folder);
    if (config) {
        if (const auto file = firstAt(aliasedPaths(config->paths, module)); file >= 0)
            return file;
    }
    for (const auto *package = m_packages.nearest(folder); package;) {
        if (const auto file = firstAt(aliasedPaths(package->aliases, module)); file >= 0)
            return file;
        package = package->folder.empty() ? nullptr : m_packages.nearest(parentFolder(package->folder));
    }
    const auto place = config && config->baseUrl ? pathIn(*config->baseUrl, module) : std::nullopt;
    return place ? fileAt(*place) : -1;
}

/// A module of a package that lies in the project: a workspace, or the package itself by its `exports`.
int NodeResolver::packageAt(std::string_view folder, std::string_view module) const
{
    const auto target = nodePackageOf(module);
    const auto *package = m_packages.named(target.text);
    if (!package)
        return -1;
    if (const auto file = firstAt(aliasedPaths(package->exports, module)); file >= 0)
        return file;
    if (package == m_packages.nearest(folder))
        return -1;
    const auto rest = module.substr(target.text.size());
    const auto place = pathIn(package->folder, rest.empty() ? rest : rest.substr(1));
    if (!place)
        return -1;
    const auto file = fileAt(*place);
    return file >= 0 ? file
                     : fileAt(joinedFolder(joinedFolder(package->folder, "src"), rest.empty() ? rest : rest.substr(1)));
}

ModuleTarget NodeResolver::resolved(int from, std::string_view module) const
{
    if (module.empty() || module.size() > longestModule || module.starts_with('/'))
        return {};
    const auto folder = parentFolder(m_project->files[static_cast<std::size_t>(from)].path);
    if (module == "." || module == ".." || module.starts_with("./") || module.starts_with("../")) {
        const auto path = pathIn(folder, module);
        const auto file = path ? fileAt(*path) : -1;
        return file >= 0 ? fileTarget(file) : ModuleTarget();
    }
    for (const auto file : {aliasedAt(folder, module), packageAt(folder, module)}) {
        if (file >= 0)
            return fileTarget(file);
    }
    return module.starts_with('#') ? ModuleTarget() : nodePackageOf(module);
}

} // namespace Decayscope
