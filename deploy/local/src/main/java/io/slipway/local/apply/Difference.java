package io.slipway.local.apply;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A step as a unified diff of YAML, as {@code kubectl diff} shows one. */
final class Difference {
  private static final int AROUND = 3;
  private static final JsonMapper JSON = new JsonMapper();
  private static final DumpSettings BLOCKS =
      DumpSettings.builder()
          .setDefaultFlowStyle(FlowStyle.BLOCK)
          .setIndent(2)
          .setIndicatorIndent(2)
          .setIndentWithIndicator(true)
          .setWidth(120)
          .build();

  private Difference() {}

  static List<String> lines(Step step) {
    var name = step.document().name();
    var before = yaml(step.before());
    var diff = DiffUtils.diff(before, yaml(step.after()));
    var lines =
        UnifiedDiffUtils.generateUnifiedDiff(
            before.isEmpty() ? "/dev/null" : "there/" + name, "file/" + name, before, diff, AROUND);
    // The library counts the lines of nothing from 1; patch and its kin count them from 0.
    lines.replaceAll(line -> line.startsWith("@@ -1,0 ") ? "@@ -0,0 " + line.substring(8) : line);
    return lines;
  }

  private static List<String> yaml(@Nullable ObjectNode value) {
    if (value == null) {
      return List.of();
    }
    return new Dump(BLOCKS).dumpToString(JSON.convertValue(value, Object.class)).lines().toList();
  }
}
