// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layercontent.h"

#include "layerdata.h"
#include "layerhttp.h"
#include "layerwords.h"

#include <algorithm>

namespace Decayscope {

namespace {

/// Keeps the first place of a kind.
void note(std::optional<ContentSign> &sign, std::string_view what, int line)
{
    if (!sign || line < sign->line)
        sign = ContentSign{std::string(what), line};
}

void noteHttp(const HttpReader &http, const FileFacts &facts, LayerContent &content)
{
    for (const auto &call : facts.calls) {
        switch (http.roleOf(call)) {
        case HttpRole::Registers:
            note(content.registers, printedCallee(call), call.line);
            break;
        case HttpRole::Handles:
            note(content.handles, printedCallee(call), call.line);
            break;
        case HttpRole::Wires:
            note(content.wires, printedCallee(call), call.line);
            break;
        case HttpRole::Guards:
        case HttpRole::None:
            break;
        }
    }
    for (const auto &assignment : facts.assignments) {
        if (http.roleOf(assignment) == HttpRole::Handles)
            note(content.handles, assignment.target, assignment.line);
    }
    for (const auto &function : facts.functions) {
        const auto role = http.roleOf(function);
        if (role == HttpRole::Handles)
            note(content.handles, function.name, function.line);
        else if (role == HttpRole::Guards)
            note(content.guards, function.name, function.line);
    }
    for (const auto &type : facts.classes) {
        const auto role = http.roleOf(type);
        if (role == HttpRole::Registers)
            note(content.registers, type.name, type.line);
        else if (role == HttpRole::Guards)
            note(content.guards, type.name, type.line);
    }
}

void noteStorage(const StorageReader &storage, const FileFacts &facts, LayerContent &content)
{
    for (const auto &call : facts.calls) {
        switch (storage.roleOf(call)) {
        case StorageRole::Connects:
            note(content.connects, printedCallee(call), call.line);
            break;
        case StorageRole::Queries:
            note(content.queries, printedCallee(call), call.line);
            break;
        case StorageRole::Sends:
            note(content.sends, printedCallee(call), call.line);
            break;
        case StorageRole::None:
            break;
        }
    }
    if (const auto text = storage.statement(); text && !content.sends)
        content.sends = ContentSign{"SQL", *text};
    if (content.sends)
        note(content.queries, content.sends->what, content.sends->line);
}

void noteData(const DataReader &data, const FileFacts &facts, LayerContent &content)
{
    bool isOnlyData = true;
    for (const auto &type : facts.classes) {
        switch (data.shapeOf(type)) {
        case DataShape::Table:
            content.declaresTables = true;
            [[fallthrough]];
        case DataShape::Data:
            note(content.declares, type.name, type.line);
            break;
        case DataShape::Neutral:
            break;
        case DataShape::Working:
            isOnlyData = false;
            note(content.works, type.name, type.line);
            break;
        }
    }
    for (const auto &call : facts.calls) {
        if (!data.declaresTable(call))
            continue;
        content.declaresTables = true;
        note(content.declares, printedCallee(call), call.line);
    }
    for (const auto &function : facts.functions) {
        if (!function.scope.className.empty() || DataReader::isHarmless(function.name))
            continue;
        isOnlyData = false;
        note(content.works, function.name, function.line);
    }
    if (!isOnlyData && !content.declaresTables)
        content.declares.reset();
}

void noteTakenStorage(const FileFacts &facts, LayerContent &content)
{
    for (const auto &function : facts.functions) {
        for (const auto *words : {&function.parameters, &function.parameterTypes}) {
            const auto found = std::ranges::find_if(*words, isRepositoryWord);
            if (found != words->end())
                note(content.takesStorage, *found, function.line);
        }
    }
}

} // namespace

LayerContent layerContentOf(const ModuleGraph &graph, int file, const StorageFiles &files)
{
    const auto &facts = graph.project().files[static_cast<std::size_t>(file)].facts;
    LayerContent content;
    noteHttp(HttpReader(graph, file), facts, content);
    noteStorage(StorageReader(graph, file, files), facts, content);
    noteData(DataReader(graph, file), facts, content);
    noteTakenStorage(facts, content);
    content.isPassingOn = passesOnlyOn(facts);
    return content;
}

} // namespace Decayscope
