// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <contracts/taskdefinition.h>

#include <cstdlib>

using namespace Decayscope;

/// An API description; one that is read stands in a prompt, whose sections follow it.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView text(data, static_cast<qsizetype>(size));
    auto operations = readOperations(text, QStringLiteral("openapi.yaml"));
    if (!operations)
        return 0;
    Contract contract{.name = QStringLiteral("a"), .word = QStringLiteral("a"), .title = QStringLiteral("A")};
    contract.openApi = text.toByteArray();
    contract.operations = *std::move(operations);
    contract.runtimes = {{.name = QStringLiteral("uv"), .frameworks = {QStringLiteral("flask")}}};
    contract.variants = {QStringList()};
    const auto tasks = contract.tasks();
    if (!promptOf(contract, tasks.front()).contains(u"`\n\n## Your task\n"))
        std::abort();
    return 0;
}
