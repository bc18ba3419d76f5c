// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pythonroots.h"

#include "projectpath.h"

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

constexpr std::size_t mostRoots = 32;

/// Options that name a folder for modules.
constexpr std::array<std::string_view, 3> folderOptions{"--app-dir", "--chdir", "--pythonpath"};
constexpr std::array<std::string_view, 8> serverPrograms{
    "uvicorn", "gunicorn", "hypercorn", "flask", "daphne", "granian", "waitress-serve", "fastapi"};

class RootCollector
{
public:
    explicit RootCollector(const SourceProject &project)
        : m_project(project)
    { }

    void add(const std::optional<std::string> &folder)
    {
        if (folder && !std::ranges::contains(m_roots.folders, *folder) && m_roots.folders.size() < mostRoots)
            m_roots.folders.push_back(*folder);
    }

    void addCommand(const StartCommand &command)
    {
        const std::string_view program = command.words.front();
        const auto isPython = program.starts_with("python") || program.ends_with(".py");
        if (!isPython && !std::ranges::contains(serverPrograms, program))
            return;
        for (std::size_t i = 0; i < command.words.size(); ++i)
            addWord(command, i);
        add(command.folder);
    }

    void addPath(std::string_view paths)
    {
        while (!paths.empty()) {
            const auto folder = paths.substr(0, paths.find(':'));
            paths.remove_prefix(std::min(folder.size() + 1, paths.size()));
            if (!folder.starts_with('/'))
                add(pathIn({}, folder));
        }
    }

    void addCode(const ProjectFile &file)
    {
        for (const auto &fact : file.facts.calls) {
            if (fact.call.text == "sys.path.insert" || fact.call.text == "sys.path.append")
                addPathEntry(file, fact.call);
        }
    }

    PythonRoots take() { return std::move(m_roots); }

private:
    void addWord(const StartCommand &command, std::size_t at)
    {
        const std::string_view word = command.words[at];
        if (word.ends_with(".py") && !word.starts_with('-')) {
            const auto path = pathIn(command.folder, word.starts_with('/') ? lastComponent(word) : word);
            if (path && m_project.file(*path))
                m_roots.isKnown = true, add(std::string(parentFolder(*path)));
        }
        m_roots.isKnown = m_roots.isKnown
            || (word == "-m" && at + 1 < command.words.size() && command.words[at + 1] != "pip")
            || std::ranges::contains(serverPrograms, word);
        for (const auto option : folderOptions) {
            if (word == option && at + 1 < command.words.size())
                add(pathIn(command.folder, command.words[at + 1]));
            else if (word.starts_with(option) && word.substr(option.size()).starts_with('='))
                add(pathIn(command.folder, word.substr(option.size() + 1)));
        }
    }

    /// A folder whose name stands in the call as text; else the one of the file or above.
    void addPathEntry(const ProjectFile &file, const SourceValue &call)
    {
        const std::string folder(parentFolder(file.path));
        std::vector<std::string> texts;
        collectTexts(call, texts, 0);
        for (const auto &text : texts) {
            add(pathIn(folder, text));
            if (const auto path = pathIn({}, text); path && !path->empty())
                add(path);
        }
        if (texts.empty()) {
            add(folder);
            add(std::string(parentFolder(folder)));
        }
    }

    static void collectTexts(const SourceValue &value, std::vector<std::string> &texts, int depth)
    {
        constexpr int deepest = 6;
        constexpr std::size_t mostTexts = 4;
        if (value.kind == SourceValueKind::Text && texts.size() < mostTexts)
            texts.push_back(value.text);
        for (std::size_t i = 0; i < value.items.size() && depth < deepest && texts.size() < mostTexts; ++i)
            collectTexts(value.items[i], texts, depth + 1);
    }

    const SourceProject &m_project;
    PythonRoots m_roots;
};

} // namespace

PythonRoots pythonRootsOf(const SourceProject &project, const StartScript &script)
{
    RootCollector collector(project);
    for (const auto &command : script.commands)
        collector.addCommand(command);
    collector.addPath(script.variable("PYTHONPATH").value_or(std::string()));
    for (const auto &file : project.files) {
        if (file.facts.language == SourceLanguage::Python && file.purpose == FilePurpose::Production)
            collector.addCode(file);
    }
    auto roots = collector.take();
    if (!roots.isKnown) {
        const auto likely = likelyPythonRoots(project);
        for (const auto &folder : likely.folders) {
            if (!std::ranges::contains(roots.folders, folder))
                roots.folders.push_back(folder);
        }
        return roots;
    }
    const auto isInstalled
        = project.texts.contains("pyproject.toml") || project.texts.contains("setup.cfg") || project.file("setup.py");
    for (const auto *folder : {"", "src"}) {
        const auto isWanted = *folder == '\0' || isInstalled;
        if (isWanted && !std::ranges::contains(roots.folders, folder))
            roots.folders.emplace_back(folder);
    }
    return roots;
}

} // namespace Decayscope
