// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layerreading.h"

#include "layercontent.h"
#include "layernames.h"

#include <algorithm>
#include <map>

namespace Decayscope {

namespace {

std::size_t indexOf(int value)
{
    return static_cast<std::size_t>(value);
}

std::string said(std::string_view what, const ContentSign &sign)
{
    return std::string(what) + ": " + sign.what + " at " + std::to_string(sign.line);
}

/// Whether a file is the index of its folder by name.
bool isIndex(std::string_view path)
{
    const auto name = path.substr(path.rfind('/') + 1);
    return name == "__init__.py" || name.starts_with("index.");
}

/// Reads layers in two steps: what a file says itself, then services by what they call.
class Reader
{
public:
    explicit Reader(const ModuleGraph &graph)
        : m_graph(graph)
        , m_directories(productionPaths(graph.project()))
        , m_isStart(graph.project().files.size())
        , m_layers(graph.project().files.size())
    {
        for (const int start : graph.starts())
            m_isStart[indexOf(start)] = true;
    }

    std::vector<FileLayer> read()
    {
        readContents();
        for (std::size_t i = 0; i < m_layers.size(); ++i) {
            if (files()[i].purpose == FilePurpose::Production)
                m_layers[i] = layerOfItself(i);
        }
        findServices();
        return std::move(m_layers);
    }

private:
    static std::vector<std::string_view> productionPaths(const SourceProject &project)
    {
        std::vector<std::string_view> paths;
        for (const auto &file : project.files) {
            if (file.purpose == FilePurpose::Production)
                paths.emplace_back(file.path);
        }
        return paths;
    }

    [[nodiscard]] const std::vector<ProjectFile> &files() const { return m_graph.project().files; }

    /// Twice, because calls of a table's class are queries only where the class is known for one.
    void readContents()
    {
        auto storage = StorageFiles::of(m_graph);
        std::vector<bool> tables(files().size());
        for (std::size_t i = 0; i < files().size(); ++i)
            tables[i] = layerContentOf(m_graph, static_cast<int>(i), storage).declaresTables;
        storage.tables = std::move(tables);
        m_contents.reserve(files().size());
        for (std::size_t i = 0; i < files().size(); ++i)
            m_contents.push_back(layerContentOf(m_graph, static_cast<int>(i), storage));
    }

    [[nodiscard]] FileLayer layerOfItself(std::size_t file) const
    {
        const std::string_view path = files()[file].path;
        const auto &content = m_contents[file];
        const auto byDirectory = m_directories.layerOf(path);
        const auto byName = layerOfFileName(path);
        const auto role = supportRoleOf(path);
        const bool isRootByName = role == SupportRole::Root || isIndex(path);
        if (m_isStart[file] && (isRootByName || (!byDirectory && !byName)))
            return {.layer = {}, .basis = LayerBasis::None, .why = "starts the server", .holdsCode = true};
        if (byDirectory && (!byDirectory->isWeak || !byName || byName->layer == byDirectory->layer))
            return {byDirectory->layer, LayerBasis::Directory, "directory " + byDirectory->word, !content.isPassingOn};
        if (content.isPassingOn)
            return {.layer = {}, .basis = LayerBasis::None, .why = "passes names on", .holdsCode = false};
        if (isRoot(path, role, content))
            return {.layer = {}, .basis = LayerBasis::None, .why = "puts the parts together", .holdsCode = true};
        if (byName)
            return {byName->layer, LayerBasis::Name, "name " + byName->word, true};
        return layerOfContent(role, content);
    }

    /// Deeper down, an app that only registers routes of its own is one of several routers.
    [[nodiscard]] static bool isRoot(std::string_view path, SupportRole role, const LayerContent &content)
    {
        const bool isDeep = std::ranges::count(path, '/') > 1;
        if (role == SupportRole::Root)
            return !isDeep || !content.registers || content.wires;
        const bool isUrls = path == "urls.py" || path.ends_with("/urls.py");
        return isUrls ? !content.works : isIndex(path) && content.wires && !content.registers;
    }

    [[nodiscard]] static FileLayer layerOfContent(SupportRole role, const LayerContent &content)
    {
        const auto found = [](Layer layer, std::string_view what, const ContentSign &sign) {
            return FileLayer{layer, LayerBasis::Content, said(what, sign), true};
        };
        const bool isSupport = role != SupportRole::None;
        if (content.registers)
            return found(Layer::Routes, "registers routes", *content.registers);
        if (content.handles && !content.guards && !isSupport)
            return found(Layer::Routes, "handles requests", *content.handles);
        if (content.sends && role != SupportRole::Guard)
            return found(Layer::Repositories, "sends SQL", *content.sends);
        if (content.declares && content.declaresTables && !content.queries)
            return found(Layer::Models, "declares data", *content.declares);
        if (content.queries && !isSupport)
            return found(Layer::Repositories, "uses storage", *content.queries);
        if (content.declares && !isSupport)
            return found(Layer::Models, "declares data", *content.declares);
        return {.layer = {}, .basis = LayerBasis::None, .why = wordOf(role, content), .holdsCode = true};
    }

    [[nodiscard]] static std::string wordOf(SupportRole role, const LayerContent &content)
    {
        switch (role) {
        case SupportRole::Root:
            return "puts the parts together";
        case SupportRole::Settings:
            return "settings";
        case SupportRole::DatabaseSetUp:
            return "set-up of the database";
        case SupportRole::Guard:
            return "middleware or authentication";
        case SupportRole::Helper:
            return "helper";
        case SupportRole::None:
            break;
        }
        return content.connects ? said("set-up of the database", *content.connects) : "shows no layer";
    }

    /// Functions and classes that call repositories or models, or are given them.
    void findServices()
    {
        m_isUsedBelow = usedBelow();
        auto found = m_layers;
        for (std::size_t i = 0; i < m_layers.size(); ++i) {
            if (files()[i].purpose != FilePurpose::Production || m_layers[i].layer || !mayBeService(i))
                continue;
            if (auto why = whyService(i); !why.empty())
                found[i] = {Layer::Services, LayerBasis::Content, std::move(why), true};
        }
        m_layers = std::move(found);
    }

    [[nodiscard]] bool mayBeService(std::size_t file) const
    {
        const auto &content = m_contents[file];
        return m_layers[file].why == "shows no layer" && content.works && !content.wires && !content.connects;
    }

    /// Why a file is a service; empty where it is none. What only works on models and is used by lower layers is a
    /// helper of theirs.
    [[nodiscard]] std::string whyService(std::size_t file) const
    {
        const ModuleEdge *repository = nullptr;
        const ModuleEdge *model = nullptr;
        for (const auto &edge : m_graph.edgesOf(static_cast<int>(file))) {
            const auto layer = m_layers[indexOf(edge.to)].layer;
            if (layer == Layer::Routes)
                return {};
            if (layer == Layer::Repositories && repository == nullptr)
                repository = &edge;
            if (layer == Layer::Models && model == nullptr && !edge.isTypeOnly && !m_isUsedBelow[file])
                model = &edge;
        }
        if (repository != nullptr)
            return worksOn(*repository);
        if (m_contents[file].takesStorage)
            return said("is given repositories", *m_contents[file].takesStorage);
        return model != nullptr ? worksOn(*model) : std::string();
    }

    [[nodiscard]] std::string worksOn(const ModuleEdge &edge) const
    {
        const auto layer = layerName(*m_layers[indexOf(edge.to)].layer).toStdString();
        return "works on " + layer + ": " + files()[indexOf(edge.to)].path + " at " + std::to_string(edge.line);
    }

    [[nodiscard]] std::vector<bool> usedBelow() const
    {
        std::vector<bool> used(m_layers.size());
        for (const auto &edge : m_graph.edges()) {
            const auto layer = m_layers[indexOf(edge.from)].layer;
            if (layer == Layer::Repositories || layer == Layer::Models)
                used[indexOf(edge.to)] = true;
        }
        return used;
    }

    const ModuleGraph &m_graph;
    LayerDirectories m_directories;
    std::vector<bool> m_isStart;
    std::vector<bool> m_isUsedBelow; ///< By repositories or models.
    std::vector<LayerContent> m_contents;
    std::vector<FileLayer> m_layers;
};

} // namespace

std::vector<FileLayer> readLayers(const ModuleGraph &graph)
{
    return Reader(graph).read();
}

std::vector<MixedDirectory> mixedDirectories(const SourceProject &project, const std::vector<FileLayer> &layers)
{
    std::map<std::string_view, std::vector<int>> byDirectory;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        if (layers[i].layer && layers[i].holdsCode)
            byDirectory[directoryOf(project.files[i].path)].push_back(static_cast<int>(i));
    }
    std::vector<MixedDirectory> mixed;
    for (auto &[directory, files] : byDirectory) {
        const auto first = layers[indexOf(files.front())].layer;
        if (std::ranges::any_of(files, [&](int file) { return layers[indexOf(file)].layer != first; }))
            mixed.push_back({std::string(directory), std::move(files)});
    }
    return mixed;
}

} // namespace Decayscope
