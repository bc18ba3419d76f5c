// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "openhandsstate.h"

#include "jsonparser.h"
#include "jsontext.h"

#include <simdjson.h>

#include <cmath>
#include <cstdint>

namespace Decayscope {

namespace {

namespace dom = simdjson::dom;

qint64 countAt(const dom::element &usage, std::string_view key)
{
    std::int64_t whole = 0;
    if (usage[key].get_int64().get(whole) == simdjson::SUCCESS)
        return whole;
    double real = 0;
    if (usage[key].get_double().get(real) == simdjson::SUCCESS && std::abs(real) < 1e15)
        return std::llround(real);
    return 0;
}

std::optional<TokenCount> tokensOf(const dom::element &metrics)
{
    dom::element usage;
    if (metrics["accumulated_token_usage"].get(usage) != simdjson::SUCCESS || !usage.is_object())
        return {};
    return TokenCount{.input = countAt(usage, "prompt_tokens"), .output = countAt(usage, "completion_tokens")};
}

void readUsages(const dom::element &root, SessionState &state)
{
    dom::object usages;
    if (root["stats"]["usage_to_metrics"].get_object().get(usages) != simdjson::SUCCESS
        && root["stats"]["service_to_metrics"].get_object().get(usages) != simdjson::SUCCESS) // before version 1.0
        return;
    for (const auto usage : usages) {
        const auto tokens = tokensOf(usage.value);
        if (!tokens)
            continue;
        if (usage.key == "default")
            state.tokens = tokens;
        auto sum = state.allTokens.value_or(TokenCount{});
        sum.input += tokens->input;
        sum.output += tokens->output;
        state.allTokens = sum;
    }
}

} // namespace

SessionState readSessionState(QByteArrayView text, JsonParser &parser)
{
    SessionState state;
    dom::element root;
    if (text.startsWith(byteOrderMark) || parser.parse(text, root) != JsonState::Valid)
        return state;
    state.isJson = true;
    if (!root.is_object())
        return state;
    state.status = stringAt(root, "execution_status");
    if (state.status.isEmpty())
        state.status = stringAt(root, "agent_status");
    readUsages(root, state);
    return state;
}

} // namespace Decayscope
