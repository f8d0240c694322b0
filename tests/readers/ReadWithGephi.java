import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.DirectedGraph;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Element;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Node;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.EdgeDirectionDefault;
import org.gephi.io.importer.api.EdgeMergeStrategy;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

/** Prints as JSON what the Gephi Toolkit reads from each file: java -cp gephi-toolkit-all.jar ReadWithGephi.java FILE… */
public class ReadWithGephi {
    public static void main(String[] files) throws Exception {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
        ImportController importer = Lookup.getDefault().lookup(ImportController.class);
        List<String> graphs = new ArrayList<>();
        for (String file : files) {
            projects.newProject();
            Workspace workspace = projects.getCurrentWorkspace();
            Container container = importer.importFile(new File(file));
            container.getLoader().setEdgesMergeStrategy(EdgeMergeStrategy.NO_MERGE);
            container.getLoader().setEdgeDefault(EdgeDirectionDefault.DIRECTED);
            importer.process(container, new DefaultProcessor(), workspace);
            GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace);
            graphs.add("{" + text("issues") + ":" + text(issues(container)) + "," + text("dynamic") + ":" + model.isDynamic() + "," + graph(model) + "}");
        }
        out.println("[" + String.join(",", graphs) + "]");
        out.flush();
        System.exit(0);
    }

    private static String issues(Container container) {
        StringBuilder found = new StringBuilder();
        container.getReport().getIssues(Integer.MAX_VALUE).forEachRemaining(issue -> found.append(issue.getLevel()).append(": ").append(issue.getMessage()).append('\n'));
        return found.toString();
    }

    private static String graph(GraphModel model) {
        DirectedGraph graph = model.getDirectedGraph();
        List<String> nodes = new ArrayList<>();
        for (Node node : graph.getNodes()) {
            nodes.add("{" + attributes(node, model.getNodeTable()) + ",\"x\":" + node.x() + ",\"y\":" + node.y() + ",\"size\":" + node.size() + "}");
        }
        List<String> edges = new ArrayList<>();
        for (Edge edge : graph.getEdges()) {
            edges.add("{\"source\":" + text(edge.getSource().getId()) + ",\"target\":" + text(edge.getTarget().getId())
                + ",\"directed\":" + edge.isDirected() + ",\"weight\":" + edge.getWeight() + "," + attributes(edge, model.getEdgeTable()) + "}");
        }
        return "\"nodes\":[" + String.join(",", nodes) + "],\"edges\":[" + String.join(",", edges) + "]";
    }

    private static String attributes(Element element, Iterable<Column> columns) {
        List<String> pairs = new ArrayList<>();
        pairs.add("\"id\":" + text(element.getId()));
        pairs.add("\"label\":" + text(element.getLabel()));
        for (Column column : columns) {
            Object value = element.getAttribute(column);
            boolean plain = value instanceof Number || value instanceof Boolean;
            String id = column.getId().toLowerCase();
            if (value != null && !List.of("id", "label", "weight").contains(id)) pairs.add(text(column.getTitle()) + ":" + (plain ? value : text(value)));
        }
        return String.join(",", pairs);
    }

    private static String text(Object value) {
        if (value == null) return "null";
        StringBuilder json = new StringBuilder("\"");
        for (char character : value.toString().toCharArray()) {
            if (character == '"' || character == '\\') json.append('\\').append(character);
            else if (character < 0x20) json.append(String.format("\\u%04x", (int) character));
            else json.append(character);
        }
        return json.append('"').toString();
    }
}
