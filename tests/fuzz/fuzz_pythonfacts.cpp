// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <syntax/filefacts.h>

#include <algorithm>
#include <cstdlib>

using namespace Decayscope;

/// Any bytes as a Python file: read twice the same, every fact on a line of the file.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const std::string text(data, data + size);
    const auto facts = factsOf(SourceLanguage::Python, text);
    if (facts != factsOf(SourceLanguage::Python, text))
        std::abort();
    const auto lines = std::ranges::count(text, '\n') + 1;
    const auto isOutside = [lines](const auto &fact) { return fact.line < 1 || fact.line > lines; };
    if (facts.codeLines > lines || std::ranges::any_of(facts.imports, isOutside)
        || std::ranges::any_of(facts.assignments, isOutside) || std::ranges::any_of(facts.calls, isOutside)
        || std::ranges::any_of(facts.classes, isOutside) || std::ranges::any_of(facts.functions, isOutside)
        || std::ranges::any_of(facts.texts, isOutside))
        std::abort();
    for (const auto &call : facts.calls)
        std::ignore = printed(call.call);
    return 0;
}
