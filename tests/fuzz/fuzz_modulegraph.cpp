// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <modules/modulegraph.h>

using namespace Decayscope;

namespace {

/// Files behind lines of "=== path"; what stands before them is a patch.
std::map<std::string, std::string> filesOf(std::string_view text)
{
    constexpr std::size_t mostFiles = 50;
    constexpr std::string_view mark = "=== ";
    std::map<std::string, std::string> files;
    for (auto at = text.find(mark); at != std::string_view::npos && files.size() < mostFiles;) {
        const auto end = std::min(text.find('\n', at), text.size());
        const auto next = text.find(mark, end);
        files.insert_or_assign(std::string(text.substr(at + mark.size(), end - at - mark.size())),
            std::string(
                text.substr(std::min(end + 1, text.size()), next == std::string_view::npos ? next : next - end - 1)));
        at = next;
    }
    return files;
}

void ask(const SourceProject &project)
{
    const ModuleGraph graph(project);
    for (int file = 0; file < std::ssize(project.files); ++file) {
        for (const auto &fact : project.files[static_cast<std::size_t>(file)].facts.calls)
            std::ignore = graph.originOf(file, fact.call.text).has_value()
                || graph.definitionOf(file, fact.call.text).has_value();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView bytes(data, static_cast<qsizetype>(size));
    ask(SourceProject::ofPatch(bytes));
    ask(SourceProject::ofFiles(filesOf({bytes.data(), size})));
    return 0;
}
