// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "startfiles.h"

#include "projectpath.h"

#include <algorithm>
#include <array>
#include <span>

namespace Decayscope {

namespace {

using Words = std::span<const std::string>;

/// Servers that are given a module of Python.
constexpr std::array<std::string_view, 9> moduleServers{
    "uvicorn", "gunicorn", "hypercorn", "daphne", "granian", "waitress-serve", "flask", "aiohttp.web", "fastapi"};
/// Programs that run a file of JavaScript or TypeScript.
constexpr std::array<std::string_view, 16> fileRunners{"node", "nodejs", "tsx", "ts-node", "ts-node-esm", "ts-node-dev",
    "tsnd", "nodemon", "bun", "deno", "babel-node", "pm2", "pm2-runtime", "forever", "esr", "swc-node"};
/// Modules that Python runs without serving anything.
constexpr std::array<std::string_view, 8> toolModules{
    "pip", "venv", "ensurepip", "alembic", "compileall", "virtualenv", "pytest", "http.server"};

class StartFinder
{
public:
    StartFinder(const SourceProject &project, const StartScript &script, const ModuleTrails &trails)
        : m_project(project)
        , m_script(script)
        , m_trails(trails)
    { }

    StartFiles find()
    {
        for (const auto &command : m_script.commands)
            read(command);
        return std::move(m_result);
    }

private:
    void read(const StartCommand &command);
    void readPython(const StartCommand &command);
    void readPythonModule(std::string_view module, Words words, const std::string &folder);
    void readServer(std::string_view program, Words words, const std::string &folder);
    void readFileRunner(Words words, const StartCommand &command);
    void readPythonCode(const std::string &code);
    void readNodeCode(const std::string &code, const std::string &folder);
    bool addModule(std::string_view word, const std::string &folder);
    bool addModuleFile(int file);
    bool addTarget(const ModuleTarget &target);
    bool addPath(std::string_view word, const std::string &folder);
    bool addFile(int file);
    [[nodiscard]] int sourceAt(const std::string &path) const;

    const SourceProject &m_project;
    const StartScript &m_script;
    const ModuleTrails &m_trails;
    StartFiles m_result;
};

bool StartFinder::addFile(int file)
{
    if (file < 0)
        return false;
    if (!std::ranges::contains(m_result.files, file))
        m_result.files.push_back(file);
    return true;
}

int StartFinder::sourceAt(const std::string &path) const
{
    const auto *file = m_project.file(path);
    return file ? static_cast<int>(file - m_project.files.data()) : -1;
}

/// A file by its path; absolute paths are those of some machine: the longest end of them that the project has.
bool StartFinder::addPath(std::string_view word, const std::string &folder)
{
    auto rest = word;
    const auto isAbsolute = word.starts_with('/');
    do {
        rest.remove_prefix(isAbsolute ? std::min(rest.find_first_not_of('/'), rest.size()) : 0);
        const auto path = pathIn(isAbsolute ? std::string_view() : std::string_view(folder), rest);
        const auto file = !path || (rest.empty() && isAbsolute) ? -1
            : rest.ends_with(".py")                             ? sourceAt(*path)
                                                                : m_trails.node().fileAt(*path);
        if (addFile(file))
            return true;
        rest.remove_prefix(isAbsolute ? std::min(rest.find('/'), rest.size()) : 0);
    } while (isAbsolute && !rest.empty());
    return false;
}

/// A Python module with the packages that run before it.
bool StartFinder::addModuleFile(int file)
{
    if (file < 0)
        return false;
    for (const auto package : m_trails.python().packagesOf(file))
        addFile(package);
    return addFile(file);
}

bool StartFinder::addTarget(const ModuleTarget &target)
{
    return target.isFile() && addModuleFile(target.file);
}

/// `app.main:app`, `app:create_app()`, `app/main.py`
bool StartFinder::addModule(std::string_view word, const std::string &folder)
{
    if (word.starts_with('-') || word.empty())
        return false;
    word = word.substr(0, word.find_first_of(":("));
    if (word.ends_with(".py"))
        return addPath(word, folder);
    const auto path = pathIn(folder, word);
    if (word.contains('/'))
        return path && (addModuleFile(sourceAt(*path + ".py")) || addFile(sourceAt(*path + "/__init__.py")));
    return addTarget(m_trails.python().below(folder, word)) || addTarget(m_trails.python().absolute(word));
}

void StartFinder::readServer(std::string_view program, Words words, const std::string &folder)
{
    auto isFound = false;
    for (const auto &word : words) {
        const auto equals = word.starts_with("--app=") ? word.find('=') + 1 : 0;
        isFound = addModule(std::string_view(word).substr(equals), folder) || isFound;
    }
    if (program == "flask" && !isFound) {
        const auto app = m_script.variable("FLASK_APP");
        isFound = app ? addModule(*app, folder) : addModule("wsgi", folder) || addModule("app", folder);
    }
    if (program == "fastapi" && !isFound)
        isFound = addModule("main", folder) || addModule("app.main", folder);
    m_result.isComplete = m_result.isComplete && isFound;
}

void StartFinder::readPythonCode(const std::string &code)
{
    const auto facts = factsOf(SourceLanguage::Python, code);
    for (const auto &import : facts.imports) {
        std::ignore = addTarget(m_trails.python().absolute(import.module));
        for (const auto &name : import.names)
            std::ignore = addTarget(m_trails.python().absolute(import.module + '.' + name.name));
    }
}

void StartFinder::readNodeCode(const std::string &code, const std::string &folder)
{
    for (const auto &import : factsOf(SourceLanguage::JavaScript, code).imports) {
        const auto path = import.module.starts_with('.') ? pathIn(folder, import.module) : std::nullopt;
        std::ignore = path && addFile(m_trails.node().fileAt(*path));
    }
}

void StartFinder::readPythonModule(std::string_view module, Words words, const std::string &folder)
{
    if (std::ranges::contains(moduleServers, module))
        return readServer(module, words, folder);
    if (std::ranges::contains(toolModules, module.substr(0, module.find('.'))) || module == "http.server")
        return;
    const auto main = std::string(module) + ".__main__";
    const auto isFound = addTarget(m_trails.python().below(folder, main)) || addTarget(m_trails.python().absolute(main))
        || addModule(module, folder);
    m_result.isComplete = m_result.isComplete
        && (isFound
            || m_trails.python().absolute(module.substr(0, module.find('.'))).kind == ModuleTarget::Kind::Nothing);
}

void StartFinder::readPython(const StartCommand &command)
{
    const Words words(command.words);
    for (std::size_t i = 1; i < words.size(); ++i) {
        const std::string_view word = words[i];
        const auto hasNext = i + 1 < words.size();
        if (word == "-m" && hasNext)
            return readPythonModule(words[i + 1], words.subspan(i + 2), command.folder);
        if (word == "-c" && hasNext)
            return readPythonCode(words[i + 1]);
        if (word == "-W" || word == "-X")
            ++i;
        else if (!word.starts_with('-')) {
            const auto isFound
                = addPath(word, command.folder) || addModule(std::string(word) + "/__main__", command.folder);
            m_result.isComplete = m_result.isComplete && isFound;
            return;
        }
    }
    readPythonCode(command.input);
}

void StartFinder::readFileRunner(Words words, const StartCommand &command)
{
    auto isFound = false;
    auto wasCode = false;
    for (const auto &word : words) {
        if (wasCode)
            return readNodeCode(word, command.folder);
        wasCode = word == "-e" || word == "--eval" || word == "-p";
        if (!word.starts_with('-'))
            isFound = addPath(word, command.folder) || isFound;
    }
    const auto isBare
        = words.empty() || std::ranges::all_of(words, [](const auto &word) { return word.starts_with('-'); });
    if (isBare && !command.input.empty())
        return readNodeCode(command.input, command.folder);
    const auto isVersion = words.size() == 1 && isBare;
    if (isBare && !isVersion)
        isFound = addPath(".", command.folder);
    m_result.isComplete = m_result.isComplete && (isFound || isVersion);
}

void StartFinder::read(const StartCommand &command)
{
    const std::string_view program = command.words.front();
    const Words rest = Words(command.words).subspan(1);
    if (program.starts_with("python") || program == "pypy3")
        readPython(command);
    else if (std::ranges::contains(moduleServers, program))
        readServer(program, rest, command.folder);
    else if (std::ranges::contains(fileRunners, program))
        readFileRunner(rest, command);
    else if (program == "nest")
        std::ignore = addPath("src/main", command.folder);
    else if (program.ends_with(".py") || program.ends_with(".js"))
        std::ignore = addPath(program, command.folder);
}

} // namespace

StartFiles startFilesOf(const SourceProject &project, const StartScript &script, const ModuleTrails &trails)
{
    auto starts = StartFinder(project, script, trails).find();
    if (starts.files.empty() && project.file("manage.py"))
        starts.files.push_back(static_cast<int>(project.file("manage.py") - project.files.data()));
    return starts;
}

} // namespace Decayscope
