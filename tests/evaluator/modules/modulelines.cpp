// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "modulelines.h"

namespace Decayscope::Test {

using namespace Qt::StringLiterals;

namespace {

QString pathOf(const SourceProject &project, int file)
{
    return QString::fromStdString(project.files[static_cast<std::size_t>(file)].path);
}

QString place(const SourceProject &project, int file, int line)
{
    return u"%1:%2 -> "_s.arg(pathOf(project, file)).arg(line);
}

QString printed(const std::vector<ImportedName> &names)
{
    QStringList words;
    for (const auto &name : names) {
        const auto alias = name.alias == name.name || name.alias.empty() ? std::string() : " as " + name.alias;
        words << QString::fromStdString(name.name + alias);
    }
    return names.empty() ? QString() : u" [%1]"_s.arg(words.join(u", "_s));
}

int indexOf(const SourceProject &project, const char *path)
{
    const auto *file = project.file(path);
    return file ? static_cast<int>(file - project.files.data()) : 0;
}

} // namespace

QStringList edgeLines(const ProjectTexts &texts)
{
    const auto project = SourceProject::ofFiles(texts);
    const ModuleGraph graph(project);
    QStringList lines;
    for (const auto &edge : graph.edges()) {
        QStringList through;
        for (const auto file : edge.through)
            through << pathOf(project, file);
        lines << place(project, edge.from, edge.line) + pathOf(project, edge.to) + printed(edge.names)
                + (edge.isTypeOnly ? u" (type only)"_s : QString())
                + (through.isEmpty() ? QString() : u" through "_s + through.join(u", "_s));
    }
    return lines;
}

QStringList packageLines(const ProjectTexts &texts)
{
    const auto project = SourceProject::ofFiles(texts);
    const ModuleGraph graph(project);
    QStringList lines;
    for (const auto &import : graph.packages())
        lines << place(project, import.from, import.line) + QString::fromStdString(import.package)
                + printed(import.names) + (import.isTypeOnly ? u" (type only)"_s : QString());
    return lines;
}

QString reachLine(const ProjectTexts &texts)
{
    const auto project = SourceProject::ofFiles(texts);
    const ModuleGraph graph(project);
    QStringList starts;
    for (const auto file : graph.starts())
        starts << pathOf(project, file);
    QStringList reached;
    for (int file = 0; file < std::ssize(project.files); ++file) {
        if (graph.reachable()[static_cast<std::size_t>(file)])
            reached << pathOf(project, file);
    }
    return starts.join(u", "_s) + u" | "_s + reached.join(u", "_s);
}

QString definitionLine(const ProjectTexts &texts, const char *file, const char *name)
{
    const auto project = SourceProject::ofFiles(texts);
    const auto found = ModuleGraph(project).definitionOf(indexOf(project, file), name);
    return found ? pathOf(project, found->file) + u' ' + QString::fromStdString(found->name) : u"-"_s;
}

QString originLine(const ProjectTexts &texts, const char *file, const char *name)
{
    const auto project = SourceProject::ofFiles(texts);
    const auto found = ModuleGraph(project).originOf(indexOf(project, file), name);
    return found ? QString::fromStdString(found->package + ' ' + found->name) : u"-"_s;
}

} // namespace Decayscope::Test
