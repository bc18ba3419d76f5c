// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <syntax/filefacts.h>

#include <tuple>

using namespace Decayscope;

/// The bytes in each of the three languages that are read by one reader.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const std::string text(data, data + size);
    for (const auto language : {SourceLanguage::JavaScript, SourceLanguage::TypeScript, SourceLanguage::Tsx}) {
        const auto facts = factsOf(language, text);
        for (const auto &assignment : facts.assignments)
            std::ignore = printed(assignment.value);
    }
    return 0;
}
